printf "%%PDF-1.7\n" | outturn info -

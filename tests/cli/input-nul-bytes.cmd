printf "reporter,partner\0\0\n" | outturn info -

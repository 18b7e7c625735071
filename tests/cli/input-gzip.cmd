printf "reporter,partner\n" | gzip -c | outturn info -

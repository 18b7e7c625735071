gzip -c </dev/null | outturn info -

outturn info - </dev/null

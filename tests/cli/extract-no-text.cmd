outturn extract

outturn index --help

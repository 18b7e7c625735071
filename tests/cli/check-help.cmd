outturn check --help

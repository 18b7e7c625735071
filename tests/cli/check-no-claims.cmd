outturn check

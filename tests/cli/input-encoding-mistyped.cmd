outturn info --encoding windows-1215 datasets/armenia-russia.csv

outturn series datasets/armenia-russia.csv --by period

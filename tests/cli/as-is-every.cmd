outturn series datasets/armenia-russia.csv --as-is --every year

outturn series datasets/armenia-russia.csv --as-is -f turnover

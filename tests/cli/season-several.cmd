outturn season -f export,balance --basis origin datasets/armenia-russia.csv

outturn season -f turnover --basis origin datasets/armenia-russia.csv

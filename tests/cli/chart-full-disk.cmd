outturn chart race datasets/armenia-russia.csv --basis origin --no-landing --format png -o /dev/full

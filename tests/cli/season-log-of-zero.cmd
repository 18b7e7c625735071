outturn season -f balance --log on --basis origin datasets/armenia-russia.csv

outturn check no-such.csv -d datasets/armenia-russia.csv --basis origin

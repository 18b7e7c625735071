outturn chart rice datasets/armenia-russia.csv -o race.png

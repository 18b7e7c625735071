outturn chart race datasets/armenia-russia.csv -o race.gif

outturn chart race datasets/armenia-russia.csv --basis origin --claim "14-16 bn EUR" --format svg -o -

outturn project datasets/armenia-russia.csv --basis origin -f turnover --target "14 bn EUR"

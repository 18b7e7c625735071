outturn project datasets/armenia-russia.csv -r ARM -p RUS --basis origin -f turnover --last-year "5 bn"

outturn project datasets/armenia-russia.csv -r ARM -p RUS --basis origin -f turnover -t 2027

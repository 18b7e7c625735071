outturn project datasets/armenia-russia.csv -r ARM -p RUS --basis origin -f turnover -t "Q4 2024" --through 2024-10

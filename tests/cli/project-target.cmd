outturn project datasets/armenia-russia.csv -r ARM -p RUS --basis origin -f turnover --as-of 2024-10-08 -t 2024 --target "14-16 bn"

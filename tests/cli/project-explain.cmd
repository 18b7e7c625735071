outturn project datasets/armenia-russia.csv -r ARM -p RUS --basis origin -f turnover --as-of 2024-10-08 --target "14-16 bn" --in "USD million" --explain

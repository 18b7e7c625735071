outturn project datasets/armenia-russia.csv -r ARM -p RUS --basis origin -f import -t 2024-04/2025-03

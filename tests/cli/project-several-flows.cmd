outturn project datasets/armenia-russia.csv -r ARM -p RUS --basis origin -f export,import --as-of 2024-10-08

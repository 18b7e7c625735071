outturn project datasets/armenia-russia.csv -r ARM -p RUS --basis origin --target "5 bn"

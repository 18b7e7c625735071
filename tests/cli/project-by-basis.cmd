outturn project datasets/armenia-russia.csv --by flow --basis origin --as-of 2024-10-08 | sed -n '1p;$p'

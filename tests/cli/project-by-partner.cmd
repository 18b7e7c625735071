outturn project datasets/us-partners.csv --by partner -t 2024 --through 2024-06 --top 7

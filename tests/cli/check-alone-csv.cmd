outturn check datasets/claims/kazan-2024.csv --format csv

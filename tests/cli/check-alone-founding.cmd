outturn check datasets/claims/kazan-2024.csv --explain --imply "turnover ARM RUS 9M2023"

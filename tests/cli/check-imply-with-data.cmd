outturn check datasets/claims/kazan-2024.csv -d datasets/armenia-russia.csv --basis origin \
    --imply "turnover ARM RUS 9M2023" --imply "export ARM RUS 2019" --format json | grep implied:
outturn check datasets/claims/kazan-2024.csv --imply "smuggling ARM RUS 2019"

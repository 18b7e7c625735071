outturn index tests/data/quantities.csv -f export -t 2024 --base 2023 --format json

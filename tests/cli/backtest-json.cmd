outturn backtest datasets/us-partners.csv -p CHN -f export -t 2024 --cuts 6 --methods naive --format json --explain

outturn project datasets/us-partners.csv -r USA -f export --by partner --methods ets

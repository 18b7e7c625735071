outturn index tests/data/quantities.csv -f export --format csv

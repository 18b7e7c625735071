outturn index tests/data/quantities.csv -f export --items --explain

outturn indicator coverage tests/data/structure.csv -r GEO --format md --explain

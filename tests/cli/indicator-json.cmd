outturn indicator hhi tests/data/structure.csv -r GEO --format json

outturn index tests/data/quantities.csv --screen 0 --every year --format md

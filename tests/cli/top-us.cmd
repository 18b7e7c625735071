outturn top datasets/us-partners.csv --by partner -t 2024 --top 3
outturn top datasets/us-partners.csv --by partner -f import --sort change --top 2 --format md -t 9M2024
outturn top datasets/us-partners.csv --by flow -p MEX --format csv -t 2024
outturn top datasets/us-partners.csv --by flow -p MEX --explain -t 2024

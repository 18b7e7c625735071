outturn season -p CHN -f import --format md datasets/us-partners.csv

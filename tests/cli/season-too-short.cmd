outturn season -p DEU -f import -t 2023 datasets/us-partners.csv

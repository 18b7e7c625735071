outturn season -p DEU -f import -t 2022-06/2024-12 datasets/us-partners.csv

outturn season -p DEU -f import -t 2019-01/2024-12 --all datasets/us-partners.csv

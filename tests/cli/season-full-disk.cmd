outturn season -p DEU -f import -q -o /dev/full datasets/us-partners.csv

outturn season -p ARM -f export datasets/us-partners.csv

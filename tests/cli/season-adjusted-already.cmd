outturn season -p DEU -f import --set basis=sa datasets/us-partners.csv

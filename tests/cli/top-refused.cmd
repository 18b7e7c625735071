data=datasets/us-partners.csv
outturn top $data --by region,flow
outturn top $data --by partner --top -1
outturn top $data --by hs2
outturn top $data --by partner -t 2012
outturn top $data --by partner -p MEX,WLD,@EU27 -t 2024
outturn top datasets/us-partners.csv --by regoin

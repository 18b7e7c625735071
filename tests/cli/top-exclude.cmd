data=datasets/us-partners.csv
outturn top $data --by partner -t 2024 --top 2 --exclude p=CAN
outturn top $data --by partner -t 2024 --top 1 --exclude f=import
outturn top $data --by partner -t 2024 --exclude 71
outturn top $data --by flow -p MEX -t 2024 --exclude p=CAN
outturn top $data --by partner -f import -t 2024 --exclude f=export
cat >$TMP/codes.csv <<'END'
reporter,partner,flow,commodity,period,value,unit
ARM,RUS,export,TOTAL,2023,100,USD
ARM,RUS,export,TOTAL,2024,150,USD
ARM,RUS,export,7108,2023,40,USD
ARM,RUS,export,7108,2024,80,USD
ARM,RUS,export,7113,2023,10,USD
ARM,RUS,export,7113,2024,11,USD
ARM,RUS,export,2208,2023,30,USD
ARM,RUS,export,2208,2024,33,USD
END
cd $TMP
outturn top codes.csv --by hs2 --exclude k=7108
outturn top codes.csv --by hs4 -k 71
cat >revisions.csv <<'END'
reporter,partner,flow,classification,commodity,period,value,unit
ARM,RUS,export,H5,851712,2021,100,USD
ARM,RUS,export,H6,851713,2022,120,USD
END
outturn top revisions.csv --by hs4
outturn top revisions.csv --by hs6 --absent missing
outturn top revisions.csv --by hs6

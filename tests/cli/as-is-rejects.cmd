cd "$TMP"
printf 'reporter,partner,flow,period,value,unit\nARM,RUS,export,2024-01,5,USD\nARM,RUS,export,2024-02,,USD\nARM,RUS,export,2024-03,y,USD\nARM,KAZ,export,2024-01,7,USD\nARM,RUS,export,2024-04,2,USD\n' >rows.csv
outturn series rows.csv --as-is -p RUS --by partner --lenient --rejects r.csv
cat r.csv

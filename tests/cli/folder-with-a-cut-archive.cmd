cd $TMP && mkdir data && head='reporter,partner,flow,period,value,unit'
printf '%s\nARM,RUS,export,2024-01,1,USD\n' $head >data/a.csv
printf '%s\nARM,RUS,export,2024-02,1,USD\n' $head | gzip -c | head -c -4 >data/b.csv.gz
outturn info data

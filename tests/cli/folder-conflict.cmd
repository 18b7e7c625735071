cd $TMP && mkdir data && head='reporter,partner,flow,period,value,unit'
printf '%s\nARM,RUS,export,2024-01,1,USD\n' $head >data/a.csv
printf '%s\nARM,RUS,export,2024-01,2,USD\n' $head >data/b.csv
outturn info data

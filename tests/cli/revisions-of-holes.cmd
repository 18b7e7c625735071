head=reporter,partner,flow,commodity,period,value,unit
printf '%s\n' $head ARM,RUS,export,TOTAL,2024-01,100,USD ARM,RUS,export,TOTAL,2024-02,200,USD ARM,RUS,export,TOTAL,2024-04,50,USD >"$TMP/a.csv"
printf '%s\n' $head ARM,RUS,export,TOTAL,2024-05,60,USD ARM,RUS,export,TOTAL,2024-04,50,USD ARM,RUS,export,TOTAL,2024-03,70,USD ARM,RUS,export,TOTAL,2024-01,130,USD >"$TMP/b.csv"
cd "$TMP"
outturn revisions a.csv b.csv
outturn revisions a.csv a.csv

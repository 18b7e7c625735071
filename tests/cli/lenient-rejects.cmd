cd "$TMP"
printf 'reporter,partner,flow,period,value,unit\nARM,RUS,export,2024-01,1,USD\nARM,RUS,export,2024-02,abc,USD\nARM,RUS,export,2024-03,"3\nARM,RUS,export,2024-04,4,USD\nARM,RUS,export,2024-04,4,USD\nARM,RUS,export,2024-05,,USD\n' >bad.csv
outturn info bad.csv
outturn info bad.csv --lenient --rejects r.csv
cat r.csv
outturn info - --lenient --rejects r.csv <bad.csv

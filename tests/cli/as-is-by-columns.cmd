# 1.5 + 2.5 + 4; 10; 3 of Georgia stands alone.
printf 'reporter,partner,flow,period,value,unit\nARM,RUS,export,2024-01,1.5,USD\nARM,RUS,export,2024-01,2.5,USD\nARM,World,export,2024-02,10,USD\nARM,RUS,export,2024-02,4,USD\nGEO,RUS,import,2024-02,3,USD\n' >$TMP/t.csv
outturn series $TMP/t.csv --as-is --by partner,flow -q
outturn series $TMP/t.csv --as-is --by year,reporter -q
outturn series $TMP/t.csv --as-is --by " reporter , flow " -p Russia -f X -t 2024-01

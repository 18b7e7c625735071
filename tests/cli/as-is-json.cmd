printf 'reporter,partner,flow,period,value,unit\nARM,RUS,export,2024-01,1.5,USD thousand\nARM,RUS,export,2024-02,2,USD thousand\nARM,GEO,export,2024-02,4,USD thousand\n' >$TMP/t.csv
outturn series $TMP/t.csv --as-is --by partner,year --format json -q
outturn series $TMP/t.csv --as-is --by partner,year --format md -q

# A period of which the files have nothing is said; the rest is ranked. Half-years
# by hand: 10 + 30 of 40 after 5 + 15 of 20.
cat >$TMP/months.csv <<'END'
reporter,partner,flow,commodity,period,value,unit
ARM,GEO,export,TOTAL,2023-01/2023-06,5,USD million
ARM,RUS,export,TOTAL,2023-01/2023-06,15,USD million
ARM,GEO,export,TOTAL,2024-01/2024-06,10,USD million
ARM,RUS,export,TOTAL,2024-01/2024-06,30,USD million
END
cd $TMP
outturn top months.csv --by partner -t "2022,H1 2024"
outturn top months.csv --by partner --every month -t 2024

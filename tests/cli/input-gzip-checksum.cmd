cd $TMP && printf 'reporter,partner,flow,period,value,unit\nARM,RUS,export,2024-01,1,USD\n' | gzip -nc >a.gz
{ head -c -8 a.gz; printf '\000\000\000\000'; tail -c 4 a.gz; } >b.gz
outturn info b.gz

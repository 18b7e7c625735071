{ printf 'reporter,partner,flow,period,value,unit\nARM,RUS,export,2024-01,1,USD\nARM,'
head -c 50000000 /dev/zero | tr '\000' x
printf ',export,2024-02,1,USD\nARM,RUS,export,2024-03,1,USD\n'; } | outturn info -

{ printf 'reporter,partner,flow,period,value,unit\n'
awk 'BEGIN {for (y = 1; y < 2000; y++) printf "ARM,RUS,export,%04d-01,1,USD\n", y + 1000}'
awk 'BEGIN {for (y = 1; y < 2000; y++) printf "ARM,USA,export,%04d-01,1,USD\n", y + 1000}'
printf 'ARM,RUS,export,2024-01,1\0002,USD\n'; } | outturn info -

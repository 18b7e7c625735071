{ printf 'reporter,partner,flow,period,value,unit\nARM,RUS,export,2024-01,1,USD\n'
awk 'BEGIN {for (i = 1; i < 100000; i++) printf "c%d,", i; print "c"}'; } | outturn info -

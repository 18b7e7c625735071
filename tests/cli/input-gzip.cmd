{ printf "reporter,partner,flow,period,value,unit\n"; printf "ARM,RUS,export,2024-0%s,1,USD\n" 1 2 3; } | gzip -c | outturn info -

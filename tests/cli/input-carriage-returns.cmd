printf "reporter,partner,flow,period,value,unit\rARM,RUS,export,2024-01,7,USD\r" | outturn series - -r ARM -p RUS -f export

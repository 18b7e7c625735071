printf "reporter,partner,flow,period,value,unit\n" | outturn info -

printf 'reporter,"partner,flow,period,value,unit\nARM,RUS,export,2024-01,1,USD\n' | outturn info -

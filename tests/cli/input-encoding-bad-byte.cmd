printf 'reporter,partner,flow,period,value,unit\nARM,RUS,export,2024-01,1,USD\nARM,T\374rkiye,export,2024-01,1,USD\n' | outturn series --encoding utf-8 -

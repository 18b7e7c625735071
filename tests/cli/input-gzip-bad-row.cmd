printf 'reporter,partner,flow,period,value,unit\nARM,RUS,export,2024-01,1,USD\nARM,RUS,export,2024-13,2,USD\n' | xz -c | outturn info -

# Without --by: reporter, partner, flow, commodity and period.
printf 'reporter,partner,flow,period,value,unit\nARM,RUS,export,2024-01,1,USD\nARM,RUS,export,2024-01,2,EUR\nARM,RUS,export,2024-01,3,EUR\n' | outturn series - --as-is

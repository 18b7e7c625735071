printf '%s\n' reporter,partner,flow,period,value,unit ARM,RUS,export,2020,1,USD \
    ARM,RUS,export,2021,2,USD ARM,RUS,export,2022,3,USD | outturn season -

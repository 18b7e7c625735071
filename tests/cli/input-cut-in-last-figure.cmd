printf "reporter,partner,flow,period,unit,value\nARM,RUS,export,2024-01,USD,100\nARM,RUS,export,2024-02,USD,12" | outturn info -

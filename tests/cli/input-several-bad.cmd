printf 'reporter,partner,flow,period,value,unit\nARM,RUS,export,2024-01,abc,USD\nARM,RUS,export,2024-02,1-2,USD\n' | outturn info -

printf 'reporter,partner,flow,period,value,unit\nARM,\320\356\361\361\350\377,export,2024-01,1,USD\n' | outturn series --encoding windows-1251 -

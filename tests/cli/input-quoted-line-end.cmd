printf 'reporter,partner,flow,period,value,unit\nARM,"Russian\nFederation",export,2024-01,1,USD\n' | outturn series - -r ARM -p RUS -f export

cd $TMP
printf 'reporter,partner,flow,period,value,unit\nARM,RUS,export,2024-01,1500,USD\nARM,RUS,export,2024-01,2.25,USD thousand\n' >t.csv
outturn series t.csv --as-is --by flow -q; echo "exit $?" # 1500 + 2250
outturn series t.csv --as-is --by flow -q --in million; echo "exit $?"
outturn series t.csv --as-is --by flow -q --in 'USD thousand'; echo "exit $?"
# Nothing is converted.
outturn series t.csv --as-is --by flow -q --in EUR; echo "exit $?"
outturn series t.csv --as-is --by flow -q --in heaps

cd $TMP
printf 'reporter,partner,flow,period,value,unit\nARM,RUS,export,2024-01,1,USD\nARM,RUS,export,2024-01,2,USD\n' >t.csv
outturn series t.csv --as-is --by flow -o no/such/folder.csv -q; echo "exit $?"
outturn series t.csv --as-is --by flow -o sums.csv -q; echo "exit $?"; cat sums.csv
# A reading that fails leaves what was there.
printf 'ARM,RUS,export,2024-01,three,USD\n' >>t.csv
outturn series t.csv --as-is --by flow -o sums.csv -q; echo "exit $?"; cat sums.csv
ls

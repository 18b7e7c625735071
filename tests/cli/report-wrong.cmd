# Wrong input of report: one line each, and no file is left.
us="datasets/us-partners.csv -r USA"
outturn report $us -p CHN; echo "exit $?"
outturn report $us -p CHN -o a.doc; echo "exit $?"
outturn report -o $TMP/a.html; echo "exit $?"
outturn report - -o $TMP/a.html; echo "exit $?"
outturn report $us -p Chyna -o $TMP/a.html; echo "exit $?"
outturn report $us --top 0 -o $TMP/a.html; echo "exit $?"
outturn report no-such.csv -o $TMP/a.html; echo "exit $?"
outturn report $us -p CHN --text no-such.txt -o $TMP/a.html; echo "exit $?"
outturn report $us -p CHN -o no/such/folder.html; echo "exit $?"
outturn report $us -p CHN --format html -o /dev/full; echo "exit $?"
: >$TMP/empty.csv
outturn report $TMP/empty.csv -o $TMP/a.html 2>&1 | sed "s#$TMP/##"; 
printf 'reporter,partner,flow,period,value,unit\nARM,RUS,export,2024-01,,USD\n' >$TMP/missing.csv
outturn report $TMP/missing.csv -o $TMP/a.html 2>&1 | sed "s#$TMP/##"
outturn report $us -p CHN --in EUR --rates no-such-rates.csv -o $TMP/a.html; echo "exit $?"
outturn report $us -p CHN --target abc -o $TMP/a.html; echo "exit $?"
outturn report $us -p CHN --date 2024-01-01 -o $TMP/a.html; echo "exit $?"
outturn report $us -p CHN -t 2031 -o $TMP/a.html; echo "exit $?"
outturn report datasets/armenia-russia.csv -o $TMP/basis.html; echo "exit $?"
# Months are not drawn where only sums of months are known.
printf 'reporter,partner,flow,period,value,unit\nARM,RUS,export,2023-01/2023-04,3,USD\nARM,RUS,export,2024-01/2024-04,4,USD\n' >$TMP/sums.csv
outturn report $TMP/sums.csv -o $TMP/sums.html; echo "exit $?"
rm $TMP/sums.csv
outturn report $us -p CHN --font "No Such Font" -o $TMP/font.pdf; echo "exit $?"
rm $TMP/empty.csv $TMP/missing.csv
ls $TMP

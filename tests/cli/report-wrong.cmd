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
outturn report $us -p CHN --font "No Such Font" -o $TMP/font.pdf; echo "exit $?"
rm $TMP/empty.csv $TMP/missing.csv
ls $TMP

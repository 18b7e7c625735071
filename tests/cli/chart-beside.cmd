outturn chart rank datasets/us-partners.csv -r USA -p CHN,MEX,CAN -f import -t 2024 --format svg -o $TMP/a.svg --alt $TMP/a.txt --data-out $TMP/a.csv
cat $TMP/a.txt $TMP/a.csv
outturn chart line datasets/us-partners.csv -r USA -p CHN -f import -o $TMP/b.png --alt /no/such/folder/b.txt
echo "exit $?"
ls $TMP

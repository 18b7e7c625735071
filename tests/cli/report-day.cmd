# The brief of the founding pair on the day, with the passage checked: its
# sections, the same bytes twice, and every command line in it is one that works
# and prints the figures at a glance.
brief="report datasets/armenia-russia.csv -r ARM -p RUS --basis origin --as-of 2024-10-08"
echo "Armenia's turnover with Russia increased more than 2.5 times in the first nine months of 2024, exceeding \$8.3 billion. If the dynamics are maintained, it may reach \$14-16 billion by the end of 2024." >draft-of-report.txt
trap 'rm -f draft-of-report.txt' EXIT
outturn $brief --text draft-of-report.txt --date 2024-10-08 --target "14-16 bn" -o $TMP/a.html
outturn $brief --text draft-of-report.txt --date 2024-10-08 --target "14-16 bn" -o $TMP/b.html
cmp $TMP/a.html $TMP/b.html && echo the same bytes
grep -o '<h[12][^>]*>[^<]*' $TMP/a.html | sed 's/.*>//'
awk -f tests/html.awk $TMP/a.html >/dev/null && echo well formed
grep -c 'https*://' $TMP/a.html
sed -n 's/.*<code>\(outturn .*\)<\/code>.*/\1/p' $TMP/a.html | sed "s/<[^>]*>//g; s/&#39;/'/g; s/&quot;/\"/g; s/&amp;/\&/g" >$TMP/commands
wc -l <$TMP/commands
cd "$PWD"
sh $TMP/commands >$TMP/answers 2>$TMP/errors
cat $TMP/errors
for x in 8.37 1.41 6.96 -5.55 7.92 15.47 13.06-18.32 11.38-21.02; do
    grep -q -e "$x" $TMP/a.html && grep -q -e "$x" $TMP/answers || echo "$x is not printed by the commands"
done
outturn $brief -o $TMP/a.pdf
head -c 8 $TMP/a.pdf; echo

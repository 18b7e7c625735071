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
# A brief has a minus and a dash where a terminal has a hyphen.
sed 's/−/-/g; s/\([0-9]\)–\([0-9]\)/\1-\2/g' $TMP/a.html >$TMP/plain
for x in 8.37 1.41 6.96 -5.55 7.92 15.47 13.06-18.32 11.38-21.02; do
    grep -q -e "$x" $TMP/plain && grep -q -e "$x" $TMP/answers || echo "$x is not printed by the commands"
done
# What an editor would strike out: folders, layouts, hyphens before figures,
# labels in small letters, commands between the sections.
sed '/id="commands"/,/<\/section>/d' $TMP/a.html | grep -c datasets/
grep -c -e 'layout outturn' -e '>-[0-9]' -e '>export<' $TMP/a.html
grep -o '<p[^>]*>Exports, imports[^<]*' $TMP/a.html | sed 's/.*>//'
sed '/id="commands"/,$d' $TMP/a.html | grep -c '<code>outturn'
# Exports FOB and imports CIF; a commodity is named above its figures.
printf '%s\n' reporter,partner,flow,period,value,unit,basis,commodity \
    ARM,RUS,export,2022,1,USD,fob,2709 ARM,RUS,export,2023,2,USD,fob,2709 \
    ARM,RUS,import,2022,3,USD,cif,2709 ARM,RUS,import,2023,4,USD,cif,2709 \
    >$TMP/cif.csv
outturn report $TMP/cif.csv -o $TMP/cif.html
grep -o '<p[^>]*>Exports, imports[^<]*' $TMP/cif.html | sed 's/.*>//'
# A share of one commodity is not one of all goods, and a balance that turned
# from 1 to -2 has not grown by -300 %.
printf '%s\n' reporter,partner,flow,period,value,unit,commodity \
    ARM,WLD,export,2022,8,USD,2709 ARM,WLD,export,2023,8,USD,2709 \
    ARM,RUS,export,2022,3,USD,2709 ARM,RUS,export,2023,2,USD,2709 \
    ARM,RUS,import,2022,2,USD,2709 ARM,RUS,import,2023,4,USD,2709 \
    >$TMP/turns.csv
outturn report $TMP/turns.csv -p RUS -f export -o $TMP/turns.html
grep -o 'that was[^<]*' $TMP/turns.html
outturn report $TMP/turns.csv -p RUS -o $TMP/turns.html
grep -c '300' $TMP/turns.html
# Nothing is known before the first year: no column of it.
printf '%s\n' reporter,partner,flow,period,value,unit \
    ARM,RUS,export,2023,2,USD >$TMP/first.csv
outturn report $TMP/first.csv -o $TMP/first.html
grep -c -e 'A year before' -e 'n/a' $TMP/first.html
# A total that is added up is said to be.
printf '%s\n' reporter,partner,flow,period,value,unit,commodity \
    ARM,RUS,export,2022,3,USD,2709 ARM,RUS,export,2023,2,USD,2709 \
    ARM,RUS,export,2022,2,USD,7102 ARM,RUS,export,2023,4,USD,7102 >$TMP/sum.csv
outturn report $TMP/sum.csv -o $TMP/sum.html
grep -o '<p[^>]*>Exports;[^<]*' $TMP/sum.html | sed 's/.*>//'
grep -o 'As concentrated[^<]*' $TMP/sum.html
# Amounts that are converted are said to be.
printf 'Date,USD\n2023-01,1.25\n2022-01,1.6\n' >$TMP/rates.csv
sed 's/,202\([0-9]\),/,202\1-01,/' $TMP/sum.csv >$TMP/months.csv
outturn report $TMP/months.csv -k 2709 --rates $TMP/rates.csv --rates-set base=EUR --in EUR -o $TMP/eur.html
grep -o '<p[^>]*>Exports;[^<]*' $TMP/eur.html | sed 's/.*>//'
# A year with a hole: the months compared stand beside the period, and one
# partner is not the world.
{
    echo reporter,partner,flow,period,value,unit
    for y in 2022 2023 2024; do
        for m in 01 02 03 04 05 06 07 08 09 10 11 12; do
            case $y-$m in 2024-03 | 2024-09 | 2024-1*) continue ;; esac
            echo ARM,RUS,export,$y-$m,$((y - 2000 + ${m#0})),USD
        done
    done
} >$TMP/hole.csv
outturn report $TMP/hole.csv --absent missing -o $TMP/hole.html
grep -o '<h1[^>]*>[^<]*' $TMP/hole.html | sed 's/.*>//'
grep -o 'January–August 2024 ([^)]*)' $TMP/hole.html
outturn $brief -o $TMP/a.pdf
head -c 8 $TMP/a.pdf; echo

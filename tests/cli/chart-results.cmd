# --chart of commands that make their picture of the answer: the table is as
# without it, the headline has its figures. By hand: 720 / 800 is 10 % less;
# 240 / 200 is 1.2.
cat >$TMP/both.csv <<'END'
reporter,partner,flow,commodity,period,value,unit
ARM,RUS,export,TOTAL,2020,200.0,USD million
RUS,ARM,import,TOTAL,2020,240.0,USD million
ARM,RUS,export,TOTAL,2021,120.0,USD million
RUS,ARM,export,TOTAL,2019,640.0,USD million
ARM,RUS,import,TOTAL,2019,640.0,USD million
RUS,ARM,export,TOTAL,2020,800.0,USD million
ARM,RUS,import,TOTAL,2020,720.0,USD million
END
both="$TMP/both.csv -r ARM -p RUS"
armenia="datasets/armenia-russia.csv -r ARM -p RUS --basis origin"
said() { sed -n 's/.*<title[^>]*>\(.*\)<\/title>.*/\1/p' $TMP/$1.svg | head -1; }
outturn mirror $both >$TMP/bare
outturn mirror $both --chart $TMP/a.svg | cmp - $TMP/bare && echo the same table
said a
outturn mirror $both -t 2020 --chart $TMP/a.svg >/dev/null; said a
outturn chart mirror $both -o $TMP/a.svg; said a
outturn revisions $armenia --chart $TMP/a.svg >/dev/null; said a
outturn revisions $armenia -f export --triangle --chart $TMP/a.svg >/dev/null; said a
outturn backtest $armenia -f turnover --methods auto,run-rate --chart $TMP/a.svg >/dev/null; said a
outturn check datasets/claims/kazan-2024.csv -d datasets/armenia-russia.csv --basis origin --date 2024-10-08 --chart $TMP/a.svg >/dev/null; echo "exit $?"; said a
outturn check -e "Exports of Chad were 4.0 billion dollars in 2020." -e "In 2021 they rose by 10 % to 5.0 billion dollars." --chart $TMP/a.svg >/dev/null; said a
printf 'Exports of Chad were 4.0 billion dollars in 2020.\n' | outturn extract - --chart $TMP/a.svg; said a
outturn extract - --chart $TMP/a.png <<END >/dev/null
Exports of Chad were 4.0 billion dollars in 2020.
END
head -c 4 $TMP/a.png | tail -c 3; echo
rm $TMP/a.*
# What cannot be drawn says so and leaves no file.
for command in "mirror $both -t 2021" "chart mirror $both -f turnover" "chart mirror $TMP/both.csv -r ARM" \
    "chart mirror datasets/armenia-russia.csv -r ARM -p RUS" "revisions $armenia -t 2015" \
    "revisions $armenia --triangle" "check -e Nothing." "extract datasets/README.md --chart a.gif"; do
    case $command in
    chart*) outturn $command -o $TMP/b.svg ;;
    *a.gif) outturn $command ;;
    *) outturn $command --chart $TMP/b.svg ;;
    esac
    echo "exit $?"
done
outturn mirror $both --chart /dev/full/a.svg
echo "exit $?"
ls $TMP

# What a report cannot be made of: one line, the right status, no file.
cd "$TMP" || exit 1
d=$OLDPWD/datasets/us-partners.csv
try() {
    outturn report "$@"
    echo "exit $?"
}
try
try "$d" | sed "s,$d,us.csv,"
try us.csv -o brief.doc
try -o brief.html
try - -o brief.html
try missing.csv -o brief.html
: >empty.csv
try empty.csv -o brief.html
try "$d" -p XYZ -o brief.html
try "$d" -p MEX --top 2 -o brief.html
try "$d" --top 99 -o brief.html
try "$d" -p MEX --date 2024-01-01 -o brief.html
try "$d" -p MEX -o /dev/full --format html
try "$d" -p MEX -o no/such/brief.html 2>&1 | sed 's/brief.html\.[A-Za-z0-9]*/brief.html/'
ls
# Errors of files that options name.
try "$d" -p MEX --rates empty.csv --in EUR -o brief.html
try "$d" -p MEX --text missing.txt -o brief.html
ls

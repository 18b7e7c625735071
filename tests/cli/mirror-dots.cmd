# Figures of our own in the layout of the IMF's Direction of Trade Statistics: a
# file for each reporter and flow, partners down, years across. By hand: 105.25 /
# 100.25 = 1.0499 and 240.5 / 200.5 = 1.1995 with Russia, 33.25 / 30.25 = 1.099 with
# Georgia, which has no file of its exports; nobody has figures of China.
sheet() { # FILE TITLE REPORTER ROW...
    file=$1 title=$2 reporter=$3
    shift 3
    {
        echo ",,,"
        echo ",\"$title\",,"
        echo ",,,"
        echo ",\"$reporter\",,"
        echo ",\"US Dollars, Millions\",,"
        echo ",,,"
        echo ",,2018,2019"
        printf ',%s\n' "$@"
    } >"$TMP/$file"
}
fob="Exports, FOB to Partner Countries" cif="Imports, CIF from Partner Countries"
sheet a-x.csv "$fob" "Armenia, Rep. of" "Russian Federation,100.25,200.5" "Georgia,30.25,20.5"
sheet a-m.csv "$cif" "Armenia, Rep. of" "Russian Federation,55.25,50.5" "Georgia,10.25,10.5"
sheet r-x.csv "$fob" "Russian Federation" "\"Armenia, Rep. of\",50.25,50.5"
sheet r-m.csv "$cif" "Russian Federation" "\"Armenia, Rep. of\",105.25,240.5"
sheet g-m.csv "$cif" "Georgia" "\"Armenia, Rep. of\",33.25,22.5"
cd "$TMP"
outturn mirror a-x.csv a-m.csv r-x.csv r-m.csv g-m.csv -r ARM -p RUS,GEO -t 2018,2019
outturn mirror a-x.csv r-m.csv -r ARM -p RUS,CHN -f export --format csv
outturn mirror a-x.csv r-m.csv -r ARM -p RUS -f export -t 2019 --format md

# Texts of a folder and of those in it, by name; a table beside them is none, a
# file that is no text is said and the others are checked.
# 12.45 + 7.55 = 20.00 to 12.55 + 7.65 = 20.20 million of trade, not 21 (20.5 to
# 21.5, which would leave 12.85 to 13.95 and 7.95 to 9.05). 5 is 4 and 25 %.
mkdir -p "$TMP/drafts/old"
cd "$TMP/drafts" || exit
cat >b.txt <<'T'
Exports of Chad to Mali were 12.5 million dollars in 2021, imports 7.6 million dollars, and the turnover was 21 million dollars.
T
printf 'Imports of Chad rose by 25 %% to 5 million dollars in 2021, from 4 million dollars in 2020.\n' >a.md
printf 'A day without trade.\n' >old/c.txt
printf 'kind,period,stated\nlevel,2021,3\n' >claims.csv
printf 'P\000NG\001\002' >old/b.md
cd .. && outturn check drafts

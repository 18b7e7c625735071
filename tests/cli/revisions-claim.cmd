# Does a claim still stand: the half-year was 8365 million in the release of
# September 2024 and is 7530 in that of February 2025 (datasets/README.md).
echo 'In January-June 2024 trade between Armenia and Russia was $8.37 billion.' >$TMP/note.txt
outturn revisions datasets/armenia-russia.csv --basis origin --from 2024-09 --to 2025-02 --top 1 | sed -n '/^next/p; /^turnover/p'
cp datasets/armenia-russia.csv $TMP
cd $TMP
outturn check note.txt -d armenia-russia.csv --basis origin --date 2024-09-30 >said; status=$?
tr -s '\n ' ' ' <said | grep -o 'AGREES [0-9.]* bn\|FITS ANOTHER release\|As stated it is [0-9.]* bn'
exit $status

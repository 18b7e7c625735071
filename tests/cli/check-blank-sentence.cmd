# Nothing to check is wrong usage, not a text without figures.
outturn check -e "" -e "  "
echo "exit $?"
# More claims than are read: the file is named after its claims are given back.
awk 'BEGIN { for (i = 0; i < 100001; i++) print "Exports were 5 billion dollars in 2024.\n" }' >"$TMP/long.txt"
cd "$TMP" && outturn check long.txt

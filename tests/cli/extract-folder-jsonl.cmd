mkdir "$TMP/d"
printf 'Imports fell by 2.5 times in May 2031.\n' >"$TMP/d/b.md"
printf "Chad's exports were nearly 3 million euros in 2031.\n" >"$TMP/d/a.txt"
printf 'exports 5 %%\n' >"$TMP/d/c.csv"
cd "$TMP" && outturn extract --format jsonl d

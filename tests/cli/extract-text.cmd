cat >"$TMP/a.txt" <<'T'
Armenia's trade with Georgia reached 1.1 billion dollars in 2023. Exports rose
by 12 % to almost $400 million, and last year imports doubled.
T
cd "$TMP" && outturn extract a.txt --date 2024-03-01

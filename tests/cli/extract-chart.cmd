# The headline over stated figures names the end of a range, not its middle.
outturn extract datasets/claims/kazan-2024.csv --chart $TMP/a.svg | head -1
sed -n 's/.*<title id="title">\(.*\)<\/title>.*/\1/p' $TMP/a.svg

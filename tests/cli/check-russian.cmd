# A figure broken over two lines is quoted in one; 39.5 / 1.125 = 35.1 to
# 40.5 / 1.115 = 36.3 million.
cat >"$TMP/a.txt" <<'T'
В мае 2031 года экспорт Армении в Китай вырос на 12% до 40
млн долларов.
T
cd "$TMP" && outturn check a.txt --language ru --explain

# Nothing of a text passes as markup; emphasis nests whatever it stands in; a
# figure over two lines is one mark.
cat >"$TMP/a.md" <<'T'
# <script>alert(1)</script> & "trade"

<img src=x onerror=alert(1)> Exports were **$2 billion** in *2023 and $3 billion
in* 2024, [more](javascript:alert(1)) by *50 per
cent*; imports __of `$5 b*n`__ in 2_0_24.

- one * two
- imports were $4
  billion in 2023

| 2023 | exports of $7 billion |
|------|---|
| 2022 | <b> |

> said
> twice

2. second
---
T
cd "$TMP" && outturn check a.md --format html --fail-on none >page
echo "exit $?"
awk -f "$OLDPWD/tests/html.awk" page
sed '/<style>/,/<\/style>/d; /<div class="notes"/,/^<\/div>/d' page | sed '/<footer/,$d'

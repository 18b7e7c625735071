#!/bin/sh
# The pictures as files: the gallery twice with the same bytes, every kind of it
# as PNG, PDF and SVG by programs that are not ours. Ends with "N passed, N
# failed". What is not installed is skipped, saying so.
#
#   tests/pictures.sh PROGRAM FOLDER   FOLDER has compare and many, built
#
# Squares of 4 pixels that may differ (tests/pictures/compare.c), in per cent;
# a headline set a pixel wider is 0.6, blanks that were lost 1.5:
: "${NEAR:=0.8}" # one SVG drawn by Chromium and by librsvg
: "${LIKE:=1.0}" # our PNG and the SVG drawn by librsvg
# What 100,000 values may take: so many times what 1,000 do, on any machine; and
# in ms, where MOST_MS says how many (300 is what the kinds are made for):
: "${MOST_TIMES:=3}"
set -u
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
tools=$(cd "$2" && pwd)
root=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# one NAME STATUS
one() {
    if [ "$2" = 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $1"
    fi
}
have() {
    command -v "$1" >/dev/null 2>&1 || { echo "pictures: skipped, there is no $1"; return 1; }
}
# below A B: as decimals
below() { awk -v a="$1" -v b="$2" 'BEGIN {exit !(a <= b)}'; }

# The gallery, twice.
mkdir "$work/build" && ln -s "$program" "$work/build/outturn"
ln -s "$root/datasets" "$work/datasets"
(cd "$work" && sh "$root/tests/plots.sh") || { echo "FAILED: plots"; exit 1; }
cp -r "$work/plots" "$work/first"
(cd "$work" && sh "$root/tests/plots.sh") && diff -r "$work/first" "$work/plots"
one "the gallery drawn again has the same bytes" $?
diff -rq "$work/plots" plots >/dev/null ||
    echo "note: plots differ from those committed (other libraries)"

# Its commands, each into all three formats.
mkdir "$work/all"
sed -n 's/^    outturn \(.*\) -o plots\/\([a-z-]*\)\.png$/\2 \1/p' plots/README.md >"$work/list"
while read -r name command; do
    for format in png pdf svg; do
        (cd "$root" && eval "\"$program\" $command -o $work/all/$name.$format")
        one "$name.$format" $?
    done
done <"$work/list"
awk '{print $3}' "$work/list" | sort -u >"$work/drawn"
"$program" help charts --format csv | awk -F, 'NR > 1 {print $1}' | diff - "$work/drawn"
one "all kinds are drawn" $?

if have qpdf; then
    for file in "$work"/all/*.pdf plots/*.pdf; do
        qpdf --check "$file" >"$work/said" 2>&1
        one "qpdf --check $(basename "$file")" $?
    done
fi
if have pdffonts; then
    for file in "$work"/all/*.pdf plots/*.pdf; do
        pdffonts "$file" | awk 'NR > 2 {n++; if ($(NF - 4) != "yes") bad++} END {exit !(n > 0 && bad == 0)}'
        one "fonts of $(basename "$file") are embedded" $?
    done
fi
if have xmllint; then
    for file in "$work"/all/*.svg plots/*.svg; do
        xmllint --noout --nonet "$file" && grep -q '<text' "$file" && grep -q '<desc' "$file"
        one "$(basename "$file") is XML with real text" $?
        [ -z "$(xmllint --xpath '//@id' "$file" 2>/dev/null | tr ' ' '\n' | grep . | sort | uniq -d)" ]
        one "ids of $(basename "$file") are each once" $?
    done
fi

# By librsvg, at half the pixels of the PNG of a screen.
size_of() { "$tools/compare" "$1" "$1" >/dev/null && od -An -j16 -N8 -tu1 "$1" |
    awk '{print ($1 * 256 + $2) * 65536 + $3 * 256 + $4, ($5 * 256 + $6) * 65536 + $7 * 256 + $8}'; }
if have rsvg-convert; then
    top=0 widest=0
    : >"$work/places"
    echo '<!doctype html><style>body{margin:0}img{display:block}</style>' >"$work/page.html"
    for file in "$work"/all/*.svg; do
        name=$(basename "$file" .svg)
        # shellcheck disable=SC2046
        set -- $(size_of "$work/all/$name.png")
        rsvg-convert -w "$1" -h "$2" "$file" -o "$work/$name.rsvg.png"
        apart=$("$tools/compare" "$work/all/$name.png" "$work/$name.rsvg.png")
        below "$apart" $LIKE
        one "$name.png against its SVG by librsvg: $apart % differ" $?
        [ -z "${SHOW:-}" ] || echo "$name png rsvg $apart"
        # Chromium's window has room for pictures of half the size.
        w=$(($1 / 2)) h=$(($2 / 2))
        rsvg-convert -w $w -h $h "$file" -o "$work/$name.half.png"
        echo "<img src=\"all/$name.svg\" style=\"width:${w}px;height:${h}px\">" >>"$work/page.html"
        echo "$name $top" >>"$work/places"
        top=$((top + h)) widest=$((w > widest ? w : widest))
    done
    if have chromium; then
        timeout 120 chromium --headless --no-sandbox --disable-gpu --disable-quic \
            --no-first-run --disable-background-networking \
            --disable-component-update --disable-sync --hide-scrollbars \
            --user-data-dir="$work/profile" --window-size=$widest,$top \
            --screenshot="$work/page.png" "file://$work/page.html" >"$work/said" 2>&1
        one "Chromium draws all SVGs" $?
        while read -r name at; do
            apart=$("$tools/compare" "$work/$name.half.png" "$work/page.png" 0 "$at")
            below "${apart:-100}" $NEAR
            one "$name.svg by Chromium and librsvg: $apart % differ" $?
            [ -z "${SHOW:-}" ] || echo "$name chromium rsvg $apart"
        done <"$work/places"
    fi
fi

# The best of three, in ms: other work on the machine is not ours.
best_of() {
    best=999999
    for try in 1 2 3; do
        began=$(date +%s%N)
        "$tools/many" "$1" "$2" || best=999999
        took=$((($(date +%s%N) - began) / 1000000))
        best=$((took < best ? took : best))
    done
    echo $best
}
for format in png pdf svg; do
    few=$(best_of "$work/few.$format" 1000) many=$(best_of "$work/many.$format" 100000)
    below "$many" "$(awk -v ms="$few" -v most=$MOST_TIMES 'BEGIN {print ms * most}')"
    one "100,000 values as $format in $many ms, 1,000 in $few: more than $MOST_TIMES times" $?
    [ -z "${MOST_MS:-}" ] || { [ "$many" -lt "$MOST_MS" ]; one "100,000 values as $format in $many ms" $?; }
    echo "100,000 values as $format: $many ms, 1,000: $few ms"
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]

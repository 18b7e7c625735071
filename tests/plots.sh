#!/bin/sh
# Every picture of plots/ and their list plots/README.md, from datasets/ alone.
# The same bytes each time.
set -eu
mkdir -p plots
list=plots/README.md
pair="datasets/armenia-russia.csv -r ARM -p RUS --basis origin"
armenia="$pair --source \"Statistical Committee of Armenia\""
states="datasets/us-partners.csv -r USA --source \"U.S. Census Bureau\""

cat >$list <<'EOF'
# Pictures

One of each kind, drawn from `datasets/` by `make plots`; each by the command
below it. The mirror is of two countries that do not exist, with invented figures.
`outturn help charts` lists the kinds, sizes and themes. Written by
tests/plots.sh.
EOF

# draw FILE WORDS COMMAND: a picture and its entry
draw() {
    eval "build/outturn $3 -o plots/$1"
    case $1 in
    *.png | *.svg) printf '\n![%s](%s)\n' "$2" "$1" ;;
    *) printf '\n[%s](%s)\n' "$2" "$1" ;;
    esac >>$list
    printf '\n    outturn %s -o plots/%s\n' "$3" "$1" >>$list
}

# beside FILE WORDS COMMAND: the same of --chart; a claim that does not hold is
# no failure
beside() {
    eval "build/outturn $3 --chart plots/$1" >/dev/null || [ $? = 1 ]
    printf '\n![%s](%s)\n\n    outturn %s --chart plots/%s\n' \
        "$2" "$1" "$3" "$1" >>$list
}

race="chart race $armenia -f turnover -t 2024 --as-of 2024-10-08 --claim \"14-16 bn\""
draw race.png "race: every year to date, where this one may end, what was claimed and what that needs" "$race"
draw race.svg "The same as SVG, with real text" "$race"
draw race.pdf "The same as PDF" "$race"
draw race-phone.png "For a telephone, dark" "$race --size phone --theme dark"
draw race-print.png "For a newspaper's column, in black and greys" \
    "$race --size column --theme print"
draw claim.png "claim: the same stated figure on a line against landing and past" \
    "chart claim $armenia -t 2024 --as-of 2024-10-08 --claim \"14-16 bn\""
draw line.png "line: values over time" "chart line $armenia -f export,import"
draw fan.png "fan: years, and the bands in which the one that runs may end" \
    "chart fan $armenia -f turnover --as-of 2024-10-08 --years 9"
draw season.png "season: the months of each year over one another" \
    "chart season $armenia -f export --years 6"
draw growth.png "growth: change on a year before" \
    "chart growth $states -p MEX -f import --every quarter"
draw balance.png "balance: exports and imports, the gap shaded by its sign" \
    "chart balance $states -p GBR --every quarter"
draw share.png "share: parts of a whole" "chart share $states -f import -t 2024"
draw rank.png "rank: two years, who rose and who fell" \
    "chart rank $states -f import -t 2024"
draw waterfall.png "waterfall: from one year's total to the next" \
    "chart waterfall $states -f import -t 2024"
draw contribution.png "contribution: what each partner adds to the growth" \
    "chart contribution $states -f import --every year"
draw multiples.png "multiples: each partner in a box of its own" \
    "chart multiples $states -f import -p CHN,MEX,CAN,DEU,JPN,KOR,VNM,TWN,IRL,IND,GBR,ITA --every year"
draw mirror.png "mirror: both reporters over the band of cif and fob" \
    "chart mirror datasets/invented-mirror.csv -r Northland -p Southland --source \"invented figures\""

printf '\nOf other commands, by `--chart` beside their tables:\n' >>$list
beside revisions.png "revisions: what a newer release changed most" \
    "revisions $pair"
beside releases.png "revisions: a line a release" \
    "revisions $pair -f export --triangle"
beside check.png "check: what was stated, what the data say, where the year may end" \
    "check datasets/claims/kazan-2024.csv -d datasets/armenia-russia.csv --basis origin --date 2024-10-08"
beside backtest.png "backtest: how far off methods were, early and late in the year" \
    "backtest datasets/us-partners.csv -r USA -p CHN,MEX -f import"

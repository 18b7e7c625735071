# Who published the figures is what the files' layouts say, each once, beside
# the names of files whose layout does not say; --source is put in its place.
source() { sed -n 's/.*>\(Source: .*\) Data to.*/\1/p'; }
L=tests/data/layouts
outturn chart line $L/census.csv -q -r USA -p CAN -f export --format svg -o - | source
outturn chart line $L/census.csv $L/census-imports.csv -q -r USA -p CAN -f export --format svg -o - | source
outturn chart line $L/census.csv datasets/armenia-russia.csv -q -r USA -p CAN -f export --format svg -o - | source
outturn chart line $L/census.csv -q -r USA -p CAN -f export --source "Census" --format svg -o - | source

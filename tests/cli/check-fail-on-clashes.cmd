# Verdicts of both views count: the projection clashes without data only.
claims=datasets/claims/kazan-2024.csv data=datasets/armenia-russia.csv
for verdicts in clashes low low,high; do
    outturn check $claims -d $data --basis origin --fail-on $verdicts >/dev/null
    echo "$verdicts: $?"
done

# The last row and what else there is, to six figures.
outturn season -p DEU -f export --format json datasets/us-partners.csv |
    awk '/"rows"/ {skip = 1} /"period": "2024-12"/ {skip = 0} skip {next}
        match($0, /: -?[0-9]+\.[0-9]+(e-[0-9]+)?,?$/) {
            number = substr($0, RSTART + 2)
            $0 = substr($0, 1, RSTART + 1) sprintf("%.6g", number) \
                (number ~ /,$/ ? "," : "")}
        /"formula"/ {sub(/ = .*/, "\"")}
        {print}'

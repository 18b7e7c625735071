# SPDX-License-Identifier: GPL-3.0-or-later
# real.awk - the figures of a UN Comtrade v1 file, read without outturn: one line
# reporter, flow, commodity, partner, period, value, set off by tabs.

function cut(line, field,    n, c, i, quoted) {
    n = 1
    field[1] = ""
    for (i = 1; i <= length(line); i++) {
        c = substr(line, i, 1)
        if (c == "\"") {
            if (quoted && substr(line, i + 1, 1) == "\"") {
                field[n] = field[n] c
                i++
            } else {
                quoted = !quoted
            }
        } else if (c == "," && !quoted) {
            field[++n] = ""
        } else {
            field[n] = field[n] c
        }
    }
    return n
}

{ sub(/\r$/, "") }

NR == 1 {
    sub(/^\357\273\277/, "")
    n = cut($0, name)
    for (i = 1; i <= n; i++) {
        at[name[i]] = i
    }
    next
}

$0 != "" {
    cut($0, f)
    period = f[at["period"]]
    if (length(period) == 6) {
        period = substr(period, 1, 4) "-" substr(period, 5)
    }
    class = f[at["classificationCode"]]
    commodity = (class ~ /^EB/ ? class ":" : "") f[at["cmdCode"]] # services
    printf "%s\t%s\t%s\t%s\t%s\t%s\n", f[at["reporterCode"]], \
        f[at["flowCode"]], commodity, f[at["partnerCode"]], period, \
        f[at["primaryValue"]]
}

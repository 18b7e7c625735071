# SPDX-License-Identifier: GPL-3.0-or-later
# layouts.awk - judges what outturn said of tests/data/layouts (see layouts.sh):
# the lines of expect.tsv, then its answers.

function cut(line, field,    n, i, c, quoted) {
    n = 1
    field[1] = ""
    for (i = 1; i <= length(line); i++) {
        c = substr(line, i, 1)
        if (c == "\"") {
            quoted = !quoted
        } else if (c == "," && !quoted) {
            field[++n] = ""
        } else {
            field[n] = field[n] c
        }
    }
    return n
}

function number(text) {
    return text ~ /^-?[0-9]+(\.[0-9]+)?(e[-+]?[0-9]+)?$/
}

function same(a, b,    d, m) {
    if (a == b) {
        return 1
    }
    if (!number(a) || !number(b)) {
        return 0
    }
    d = a - b
    m = a < 0 ? -a : a
    return (d < 0 ? -d : d) <= 1e-9 * m
}

function judge(what, expected, got, why) {
    if (same(expected, got)) {
        passed++
        return
    }
    failed++
    print "FAILED: " what ": expected " expected ", got " got " (" why ")"
    if (error != "") {
        print "    " error
    }
}

# What info said: its layout and rows, and whether its account adds up.
function looked(    i, class, head, read, sum, said, part) {
    if (status != 0) {
        return "refused: " error
    }
    for (i = 1; i <= n; i++) {
        if (answer[i] ~ /"head":/) {
            head = answer[i]
        } else if (answer[i] ~ /"class":/) {
            class = answer[i]
        } else if (answer[i] ~ /"rows": [0-9]/) {
            split(answer[i], part, ": ")
            if (class ~ /"read"/) {
                read = part[2] + 0
            } else {
                sum += part[2]
            }
        }
    }
    match(head, /layout [^,]*, [0-9]+ row/)
    said = substr(head, RSTART + 7, RLENGTH - 11)
    sub(/,/, "", said)
    return read == sum ? said : said " of which " sum " accounted for"
}

# The one figure of an answer; "missing" when there is none.
function figure(ask,    i, j, k, want, name, field, rows, value) {
    if (status != 0 && status != 3) {
        return "exit " status
    }
    want = ask ~ /^growth / ? "ratio" : "value"
    for (i = 1; i <= n; i++) {
        k = cut(answer[i], field)
        if (rows == "" && k > 5) {
            for (j = 1; j <= k; j++) {
                name[field[j]] = j
            }
            rows = 0
        } else if (rows != "" && k > 5) {
            rows++
            value = field[name[want]]
        }
    }
    return rows > 1 ? rows " rows" : value == "" ? "missing" : value
}

function finish(    f, got) {
    if (line == "") {
        return
    }
    split(expected[line], f, "\t")
    if (f[3] == "refused") {
        got = looked()
        if (index(got, "refused:") == 1 && index(got, f[6]) && errors <= 1) {
            got = f[6]
        }
        judge(f[1], f[6], got, f[7])
    } else if (kind == "info") {
        judge(f[1], f[3] " " f[4], looked(), "layout and rows")
    } else {
        judge(f[1] ": " f[5], f[6], figure(f[5]), f[7])
    }
}

FNR == NR {
    expected[FNR] = $0
    next
}

/^@ [0-9]+ (info|ask)$/ {
    finish()
    split($0, part, " ")
    line = part[2]
    kind = part[3]
    n = errors = 0
    error = ""
    next
}

/^outturn [a-z]+: / {
    errors++
    error = $0
    next
}

/^exit [0-9]+$/ {
    status = substr($0, 6)
    next
}

{ answer[++n] = $0 }

END {
    finish()
    print passed + 0 " passed, " failed + 0 " failed"
    exit failed > 0
}

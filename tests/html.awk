# Whether the elements of an HTML page nest, each id is given once and each link
# within the page leads to one. Knows no optional tags: the page has none; what
# ends in "/>" is of SVG.
#
#   awk -f tests/html.awk PAGE      "44 elements nest, 6 links lead somewhere"
BEGIN { RS = "<"; split("meta hr br link", v, " "); for (i in v) void[v[i]] = 1 }
NR == 1 || /^!DOCTYPE/ { next }
{
    end = index($0, ">")
    tag = name = substr($0, 1, end - 1)
    sub(/[ \n].*/, "", name)
    if (end == 0 || (name != "style" && substr($0, end + 1) ~ />/)) bad("stray: " $0)
}
name ~ /^\// {
    if (depth == 0 || stack[depth] != substr(name, 2))
        bad("</" substr(name, 2) "> where <" stack[depth] "> is open")
    depth--
    next
}
{
    elements++
    if (name !~ /^[a-z][a-z0-9]*$/) bad("not an element: <" name)
    if (!(name in void) && tag !~ /\/$/) stack[++depth] = name
    if (match(tag, / id="[^"]*"/)) {
        id = substr(tag, RSTART + 5, RLENGTH - 6)
        if (id in ids) bad("twice: " id)
        ids[id] = 1
    }
    if (match(tag, / href="#[^"]*"/)) to[++links] = substr(tag, RSTART + 8, RLENGTH - 9)
    if (match(tag, / (src|href)="[^#]/) || tag ~ / on[a-z]+=/ || name == "script") bad("asks for something: " tag)
}
function bad(what) { print what; failed = 1 }
END {
    if (depth > 0) bad("not closed: <" stack[depth] ">")
    for (i = 1; i <= links; i++) if (!(to[i] in ids)) bad("leads nowhere: " to[i])
    print elements " elements nest, " links + 0 " links lead somewhere"
    exit failed
}

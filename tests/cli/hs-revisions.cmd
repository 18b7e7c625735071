# Codes of two revisions of the HS are compared by all that go by code, and it is
# said each time; the numbers are those of the file.
cat >$TMP/two.csv <<'END'
reporter,partner,flow,classification,commodity,period,value,netweight
ARM,GEO,export,H5,851712,2021,100,10
ARM,GEO,export,H6,851713,2022,120,12
ARM,GEO,export,H5,270900,2021,50,50
ARM,GEO,export,H6,270900,2022,60,50
GEO,ARM,import,H6,851713,2022,126,12
END
cd $TMP
for command in "top --by hs6 -f export -r ARM" "index -f export -r ARM" \
    "mirror -f export -r ARM -p GEO --by commodity" "indicator hhi" ; do
    set -- $command two.csv
    [ $1 = indicator ] && set -- "$@" -r ARM -t 2022
    echo "$1: $(outturn "$@" --set unit=USD | grep -c 'hold codes of HS 2017 (H5), 2022 (H6)') note"
done

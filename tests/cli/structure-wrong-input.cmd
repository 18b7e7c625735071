# Each of the commands on what is missing, empty, junk, cut, without its columns,
# or cannot be written: one line, and the exit status of that kind.
cd $TMP
data=$OLDPWD/datasets/us-partners.csv
: >empty.csv
printf '\000\001\002\003\377\376 junk' >junk.csv
head -c 40 $data >cut.csv
printf 'a,b,c\n1,2,3\n' >columns.csv
printf 'reporter,partner,flow,commodity,period,value,unit\nUSA,MEX,export,TOTAL,2024,1x,USD\n' >number.csv
top="outturn top --by partner"
revisions="outturn revisions"
mirror="outturn mirror -r USA -p MEX"
index="outturn index"
indicator="outturn indicator coverage"
for command in "$top" "$revisions" "$mirror" "$index" "$indicator"; do
    for file in missing.csv empty.csv junk.csv cut.csv columns.csv number.csv; do
        $command $file >out 2>err
        echo "$(set -- $command; echo $2) $file: exit $?, $(wc -l <err) line, $(wc -c <out) bytes"
        cat err
    done
done
cat >both.csv <<'END'
reporter,partner,flow,commodity,period,value,netweight,vintage
USA,MEX,export,27,2023,100,10,2024-02
USA,MEX,export,27,2024,110,11,2025-01
USA,MEX,export,27,2023,101,10,2025-01
USA,MEX,import,27,2024,120,12,2025-01
MEX,USA,import,27,2024,120,12,2025-01
END
for command in "$top -r USA" "$revisions -r USA" "$mirror" "$index -r USA" "$indicator"; do
    name=$(set -- $command; echo $2)
    set -- --set unit=USD
    [ "$name" = indicator ] && set -- -r USA "$@"
    $command both.csv "$@" >/dev/full 2>err
    echo "$name to a full disk: exit $?, $(wc -l <err) line"
    { $command both.csv "$@" 2>err; echo $? >status; } | :
    echo "$name into a closed pipe: $(wc -c <err) bytes of words"
done

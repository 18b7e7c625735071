# Files that are no text: each is one line, with what to do.
cd "$TMP" || exit
printf '%%PDF-1.4\n%%\303\242\303\243\n1 0 obj\n' >a.txt
printf '<!doctype html><p>Exports rose.</p>\n' >b.txt
: >c.txt
printf 'E\000x\000p\000o\000r\000t\000s\000 \000r\000o\000s\000e\000' >d.txt
printf 'E\000x\000p\000' | head -c 6 >e.txt
for file in a b c d e; do
    outturn check $file.txt
    echo "exit $?"
done
outturn check no-such.txt a.txt
echo "exit $?"
mkdir empty && outturn check empty
echo "exit $?"
outturn check d.txt --encoding utf-16le

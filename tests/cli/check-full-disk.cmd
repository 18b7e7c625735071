outturn check -e "Exports of Chad were 4 billion dollars in 2020." >/dev/full
echo "exit $?"
outturn check -e "Exports of Chad were 4 billion dollars in 2020." --claims-out /dev/full

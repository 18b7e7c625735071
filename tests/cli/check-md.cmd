outturn check -e "Exports of Chad were 4.0 billion dollars in 2020." \
    -e "In 2021 they rose by 10 % to 5.0 billion dollars." --format md

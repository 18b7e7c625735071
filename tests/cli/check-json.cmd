outturn check -e "Exports of Chad rose by 10 % in 2021 to 4.4 billion dollars." --format json

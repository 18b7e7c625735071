# Sentences given again are lines of one text. 3.95 x 1.095 = 4.325 to 4.05 x
# 1.105 = 4.475 bn, not 5.0; 4.95 / 4.05 = 1.222 to 5.05 / 3.95 = 1.278; 4.95 /
# 1.105 = 4.480 to 5.05 / 1.095 = 4.612; below 4.35 / 1.105 = 3.937 to 4.45 /
# 1.095 = 4.064.
outturn check -e "Exports of Chad were 4.0 billion dollars in 2020." \
    -e "In 2021 they rose by 10 % to 5.0 billion dollars."
echo "exit $?"
printf 'Exports of Chad rose by 10 %% in 2021 to 4.4 billion dollars.\n' | outturn check -

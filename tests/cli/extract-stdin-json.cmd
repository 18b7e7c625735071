printf 'Nothing of the kind.\n' | outturn extract --format json -
printf 'Exports doubled.\n' | outturn extract --format json - --each-line

printf 'A day without trade.\n' | outturn check -
printf 'A day without trade.\n' | outturn check - --language ru --format csv

outturn info /dev/zero

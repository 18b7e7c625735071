printf "<!DOCTYPE html>\n<title>404</title>\n" | outturn info -

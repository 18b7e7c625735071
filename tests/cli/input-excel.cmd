printf "PK\003\004....[Content_Types].xml....xl/workbook.xml" | outturn info -

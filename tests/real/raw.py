#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# raw.py - one figure worked out of a CSV file, without outturn:
#
#     raw.py FILE [-d DELIMITER] [-e ENCODING] [-s SKIP] EXPRESSION
#
# EXPRESSION is Python over R, the records below the header (the first record
# after SKIP others). r["name"] is a field by its column's name, r[3] the third
# one; H are the names. N(text) is an exact number: blanks and a mark after a
# blank ("0.11 e") are taken off, a comma is a decimal mark, and what is no
# number is 0. Prints what comes out.
import csv
import decimal
import io
import re
import sys

decimal.getcontext().prec = 50


class Record(list):
    def __getitem__(self, key):
        if isinstance(key, str):
            key = H.index(key) + 1
        return list.__getitem__(self, key - 1) if key <= len(self) else ""


def N(text):
    found = re.fullmatch(r"(-?\d+(?:[.,]\d+)?(?:E[+]\d+)?)(?: [a-z])?",
                         text.strip())
    return decimal.Decimal(found.group(1).replace(",", ".") if found else 0)


args = sys.argv[1:]
path = args.pop(0)
options = {"-d": ",", "-e": "utf-8-sig", "-s": "0"}
while args[0] in options:
    flag = args.pop(0)
    options[flag] = args.pop(0)
with open(path, "rb") as file:
    text = file.read().decode(options["-e"])
text = text.replace("\r\n", "\n").replace("\r", "\n")
records = list(csv.reader(io.StringIO(text), delimiter=options["-d"]))
records = records[int(options["-s"]):]
H = [name.strip() for name in records[0]]
R = [Record(field.strip() for field in record) for record in records[1:]]
print(eval(args[0], {"R": R, "H": H, "N": N, "D": decimal.Decimal, "re": re}))

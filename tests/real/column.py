#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# column.py - a total of a CSV file, worked out without outturn:
#
#     column.py FILE [-d DELIM] [-e ENCODING] [-s SKIP] VALUE [NAME=TEXT ...]
#
# Adds up column VALUE over the records in which every column NAME holds TEXT.
# Columns are numbers from 1, or names in the record after the first SKIP ones.
# Exact decimals; "1 234,5" is read with -c. Prints the sum and nothing else.
import csv
import decimal
import io
import sys

decimal.getcontext().prec = 40


def main():
    args = sys.argv[1:]
    path = args.pop(0)
    delimiter, encoding, skip, comma = ",", "utf-8-sig", 0, False
    while args[0].startswith("-"):
        flag = args.pop(0)
        if flag == "-d":
            delimiter = args.pop(0).replace("tab", "\t")
        elif flag == "-e":
            encoding = args.pop(0)
        elif flag == "-s":
            skip = int(args.pop(0))
        elif flag == "-c":
            comma = True
    with open(path, "rb") as f:
        text = f.read().decode(encoding)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    rows = rows[skip:]
    names = [name.strip() for name in rows[0]]

    def column(name):
        return names.index(name) if name in names else int(name) - 1

    value = column(args.pop(0))
    tests = []
    for arg in args:
        name, want = arg.split("=", 1)
        tests.append((column(name), want.split("|")))
    total = decimal.Decimal(0)
    for row in rows[1:]:
        if len(row) <= value or any(
            len(row) <= at or row[at].strip() not in want for at, want in tests
        ):
            continue
        field = row[value].strip()
        if comma:
            field = field.replace(" ", "").replace(",", ".")
        if field not in ("", ":", "..", "-"):
            total += decimal.Decimal(field)
    print(total)


main()

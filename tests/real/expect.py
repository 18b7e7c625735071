#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# expect.py - holds what outturn says of real files against expect.tsv:
#
#     expect.py PROGRAM DIRECTORY
#
# Each line names a file, options, layout, rows, first and last month, a
# selection (_ stands for a blank inside a word), and a command that works its value out of the raw file without
# outturn ($F is the file, $C the column adder beside this script). Lines without
# a layout are files that must be refused as no trade data. The account of every
# file must add up, rejects and used rows must make up its rows, and its series
# must read back the same.
import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


def run(args, **more):
    return subprocess.run(args, capture_output=True, text=True, **more)


def months(text):
    """First and last month of a period as outturn writes it."""
    first, _, last = text.partition("/")
    last = last or first
    return (first if "-" in first else first + "-01",
            last if "-" in last else last + "-12")


def check_info(program, path, options, want, complain):
    out = run([program, "info", path, "--format", "json"] + options)
    if out.returncode != 0:
        complain("refused: " + out.stderr.strip()[:200])
        return
    data = json.loads(out.stdout)
    head = data["head"]
    account = {row["class"]: row["rows"] for row in data["account"]}
    layout = re.search(r"layout ([^,]+),", head).group(1)
    if layout != want["layout"]:
        complain(f"layout {layout}, expected {want['layout']}")
    if account["read"] != int(want["rows"]):
        complain(f"{account['read']} rows, expected {want['rows']}")
    rest = sum(n for name, n in account.items() if name != "read")
    if rest != account["read"]:
        complain(f"the account does not add up: {account}")
    spans = [months(row["span"]) for row in data["rows"]]
    first, last = min(s[0] for s in spans), max(s[1] for s in spans)
    if (first, last) != (want["first"], want["last"]):
        complain(f"months {first} to {last}, expected {want['first']} to "
                 f"{want['last']}")
    return account


def check_rejects(program, path, options, account, work, complain):
    rejects = os.path.join(work, "rejects.csv")
    out = run([program, "info", path, "--rejects", rejects] + options)
    with open(rejects, newline="", encoding="utf-8", errors="replace") as f:
        count = sum(1 for _ in csv.reader(f)) - 1
    if out.returncode != 0 or count + account["used"] != account["read"]:
        complain(f"{count} rejects and {account['used']} used rows are not "
                 f"{account['read']}")


def check_again(program, path, options, work, complain):
    a, b = os.path.join(work, "a.csv"), os.path.join(work, "b.csv")
    out = run([program, "series", path, "-o", a] + options)
    again = run([program, "series", a, "-o", b])
    if out.returncode != 0 or again.returncode != 0:
        complain("the series cannot be read again: " +
                 (out.stderr + again.stderr).strip()[:200])
        return
    with open(a, "rb") as f, open(b, "rb") as g:
        if f.read() != g.read():
            complain("the series reads back differently")


def check_value(program, path, options, want, complain):
    out = run([program, "series", path] + options +
              [word.replace("_", " ") for word in
               want["selection"].split(" ")])
    rows = list(csv.DictReader(io.StringIO(out.stdout)))
    command = run(["sh", "-c", want["command"]],
                  env=dict(os.environ, F=path,
                           C=f"python3 {HERE}/column.py"))
    try:
        expected = float(command.stdout)
    except ValueError:
        complain("the control total failed: " + command.stderr.strip()[-200:])
        return
    if len(rows) > 1:  # published figures: the one of the period asked for
        period = want["selection"].rpartition("-t ")[2]
        rows = [row for row in rows if row["period"] == period]
    if len(rows) != 1 or rows[0]["value"] == "":
        complain(f"{want['selection']}: {len(rows)} rows, expected one: "
                 f"{out.stderr.strip()[:200]}")
        return
    got = float(rows[0]["value"])
    if abs(got - expected) > 1e-9 * abs(expected):
        complain(f"{want['selection']}: {got}, expected {expected}")


def check_refused(program, path, complain):
    out = run([program, "info", path])
    lines = out.stderr.strip().split("\n")
    if out.returncode != 3 or len(lines) != 1 or "not trade data" not in lines[0]:
        complain(f"exit {out.returncode}: {out.stderr.strip()[:200]}")


def main():
    program, directory = sys.argv[1:3]
    failed = checked = 0
    listed = set()
    with open(os.path.join(HERE, "expect.tsv"), encoding="utf-8") as f:
        lines = [line for line in f if not line.startswith("#")]
    done = {}
    with tempfile.TemporaryDirectory() as work:
        for want in csv.DictReader(lines, delimiter="\t",
                                   quoting=csv.QUOTE_NONE):
            path = os.path.join(directory, want["file"])
            listed.add(os.path.normpath(path))
            problems = []
            if not os.path.exists(path):
                continue
            checked += 1
            options = [o for o in want["options"].split(" ") if o]
            if want["layout"] == "-":
                check_refused(program, path, problems.append)
            else:
                if path not in done:
                    done[path] = check_info(program, path, options, want,
                                            problems.append)
                    if done[path]:
                        check_rejects(program, path, options, done[path], work,
                                      problems.append)
                        check_again(program, path, options, work,
                                    problems.append)
                if want["selection"]:
                    check_value(program, path, options, want, problems.append)
            for problem in problems:
                print(f"check-real: {want['file']}: {problem}")
            failed += len(problems) > 0
    for folder, _, names in os.walk(directory):
        for name in names:
            path = os.path.normpath(os.path.join(folder, name))
            if path.lower().endswith(".csv") and path not in listed:
                print(f"check-real: {path}: not in expect.tsv")
                failed += 1
    print(f"check-real: {checked} expectations, {failed} failed")
    return failed > 0


sys.exit(main())

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# expect.py - holds what outturn says of real files against two tables:
#
#     expect.py PROGRAM DIRECTORY
#
# expect.tsv: what each file is. Its rows are counted here as well; its account
# must add up, rejects and used rows must make up its rows, and its series must
# read back the same. A file without a layout must be refused as no trade data.
# totals.tsv: what outturn is asked, and the command that works the figure out of
# the raw file without it; the command is run, not believed.
import csv
import io
import json
import os
import re
import shlex
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


def check_rows(path, want, complain):
    """The rows of the raw file: records below the header, empty lines apart."""
    with open(path, "rb") as f:
        raw = f.read()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    line = text.split("\n")[0]
    mark = max(",;\t", key=line.count)
    records = [r for r in csv.reader(io.StringIO(text), delimiter=mark) if r]
    count = len(records) - int(want["above"])
    if count != int(want["rows"]):
        complain(f"the raw file has {count} rows, not {want['rows']}")


def ask(program, path, options, words):
    """The figure of the one row outturn answers with, and what it said.

    "growth" gives the ratio, "growth.value" the value.
    """
    command, *selection = shlex.split(words)
    command, _, column = command.partition(".")
    if command == "growth":
        selection += ["--format", "csv"]
        column = column or "ratio"
    out = run([program, command, path] + options + selection)
    if out.returncode not in (0, 3):
        return f"exit {out.returncode}", out.stderr.strip()[:200]
    rows = list(csv.DictReader(io.StringIO(out.stdout)))
    if len(rows) > 1:
        return None, f"{len(rows)} rows"
    text = rows[0][column or "value"] if rows else ""
    return text or "missing", out.stderr.strip()[:200]


def check_value(program, path, options, want, complain):
    command = run(["sh", "-c", want["command"]],
                  env=dict(os.environ, F=path, R=f"python3 {HERE}/raw.py"))
    expected = command.stdout.strip()
    if command.returncode != 0 or not expected:
        complain(f"{want['ask']}: the command failed: "
                 f"{command.stderr.strip()[-200:]}")
        return
    got, said = ask(program, path, options, want["ask"])
    if got == expected:
        return
    try:
        a, b = float(got), float(expected)
        if abs(a - b) <= 1e-9 * abs(b):
            return
        said = f"off by {a - b:.6g}"
    except (TypeError, ValueError):
        pass
    complain(f"{want['ask']}: got {got}, expected {expected} "
             f"({want['why']}); {said}")


def check_refused(program, path, complain):
    out = run([program, "info", path])
    lines = out.stderr.strip().split("\n")
    if out.returncode != 3 or len(lines) != 1 or "not trade data" not in lines[0]:
        complain(f"exit {out.returncode}: {out.stderr.strip()[:200]}")


def table(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as f:
        lines = [line for line in f if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def check_file(program, path, options, want, work, complain):
    if want["layout"] == "-":
        check_refused(program, path, complain)
        return
    check_rows(path, want, complain)
    account = check_info(program, path, options, want, complain)
    if account:
        check_rejects(program, path, options, account, work, complain)
        check_again(program, path, options, work, complain)


def not_listed(directory, files):
    listed = {os.path.normpath(os.path.join(directory, name)) for name in files}
    for folder, _, names in os.walk(directory):
        for name in names:
            path = os.path.normpath(os.path.join(folder, name))
            if path.lower().endswith(".csv") and path not in listed:
                yield path


def main():
    program, directory = sys.argv[1:3]
    failed = checked = 0
    files = {want["file"]: want for want in table("expect.tsv")}
    with tempfile.TemporaryDirectory() as work:
        for want in [*files.values(), *table("totals.tsv")]:
            path = os.path.join(directory, want["file"])
            if not os.path.exists(path):
                continue
            problems = []
            options = files[want["file"]]["options"].split()
            if "ask" in want:
                check_value(program, path, options, want, problems.append)
            else:
                check_file(program, path, options, want, work, problems.append)
            checked += 1
            failed += len(problems) > 0
            for problem in problems:
                print(f"check-real: {want['file']}: {problem}")
    for path in not_listed(directory, files):
        print(f"check-real: {path}: not in expect.tsv")
        failed += 1
    print(f"check-real: {checked} expectations, {failed} failed")
    return failed > 0


sys.exit(main())

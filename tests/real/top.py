#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# top.py - holds rankings of real files against what Python adds up of their raw
# rows:
#
#     top.py PROGRAM DIRECTORY
#
# A case is a file, the options of outturn top, and how a raw row is read: which
# rows count, under which name, in which period, what value. Every row, every
# value, share and contribution is compared; contributions must add up to the
# growth and shares to 1.
import csv
import io
import os
import subprocess
import sys
from collections import defaultdict
from decimal import Decimal

program, data = sys.argv[1:3]
LEGACY = "comtrade_legacy/"
OIL = LEGACY + "oil_27_all_reporters_2010_trimmed_columns.csv"
MILK = LEGACY + "comtrade_milk_uk_monthly_14.csv"
INDIA = "comtrade_bulk_2010/h3_china_india_2010.csv"
PLASTIC = "eurostat/estat_ds-045409_plastic_import_value_annual_DE.csv"
SINGAPORE = "comtrade_v1_annual/SGP_Export_Top_Industries_excel_resaved.csv"
WITS = "wits/Import_Export_by_Industry_SG.csv"
BACI = "baci/BACI_HS92_2021_sample_iopspackage.csv"
SOY = "brazil_comexstat/EXP_2024_soja_sample.csv"


def india(digits, flow):
    return (lambda r: r["Trade Flow Code"] == flow
            and len(r["Commodity Code"]) == digits,
            lambda r: r["Commodity Code"], lambda r: r["Year"],
            lambda r: r["Value"])


def singapore(name):
    return (lambda r: True, name, lambda r: r["refYear"],
            lambda r: r["primaryValue"])


def wits(name, flow):
    return (lambda r: r["TradeFlowName"] == flow, name, lambda r: r["Year"],
            lambda r: r["TradeValue in 1000 USD"])


def of_milk(name):
    return (lambda r: r["Trade Flow"] == "Imports" and name(r) is not None,
            name, lambda r: r["Period"][:4] + "-" + r["Period"][4:],
            lambda r: r["Trade Value (US$)"])


def baci(n):
    return (lambda r: r["i"] == "4", lambda r: r["k"].zfill(6)[:n],
            lambda r: r["t"], lambda r: r["v"])


# file, options, period, base, delimiter, encoding, (keep, name, period, value)
CASES = [
    (INDIA, "--by hs2 -f import", "2010", None, ",", "latin-1", india(2, "1")),
    (INDIA, "--by hs4 -f import", "2010", None, ",", "latin-1", india(4, "1")),
    (INDIA, "--by hs6 -f export", "2010", None, ",", "latin-1", india(6, "2")),
    (INDIA, "--by hs2 -f export", "2010", None, ",", "latin-1", india(2, "2")),
    (SINGAPORE, "--by hs2 -p World", "2023", "2022", ",", "latin-1",
     singapore(lambda r: r["cmdCode"].zfill(2))),
    (SINGAPORE, "--by partner -k TOTAL", "2020", "2019", ",", "latin-1",
     singapore(lambda r: r["partnerISO"])),
    (WITS, "--by hs2 -p World -f export", "2023", "2022", ",", "utf-8-sig",
     wits(lambda r: r["ProductCode"].zfill(2), "Export")),
    (WITS, "--by partner -k TOTAL -f import", "2023", "2022", ",", "utf-8-sig",
     wits(lambda r: r["PartnerISO3"], "Import")),
    (MILK, "--by commodity -f import -p World", "2014-12", "2014-11", ",",
     "utf-8-sig", of_milk(lambda r: r["Commodity Code"].zfill(4)
                          if r["Partner"] == "World" else None)),
    (MILK, "--by hs2 -f import -p World", "2014-12", "2014-11", ",",
     "utf-8-sig", of_milk(lambda r: "04" if r["Partner"] == "World" else None)),
    (OIL, "--by hs2 -r ALB -p World -f import", "2010", None, ",", "utf-8-sig",
     (lambda r: r["Reporter ISO"] == "ALB" and r["Partner"] == "World"
      and r["Trade Flow"] == "Import", lambda r: r["Commodity Code"],
      lambda r: r["Year"], lambda r: r["Trade Value (US$)"])),
    (OIL, "--by partner -r DEU -k 27 -f export", "2010", None, ",", "utf-8-sig",
     (lambda r: r["Reporter ISO"] == "DEU" and r["Partner"] != "World"
      and r["Trade Flow"] == "Export" and r["Aggregate Level"] == "2",
      # Sudan of 2010 is that with the south of it
      lambda r: r["Partner ISO"].replace("SDN", "XSD"), lambda r: r["Year"],
      lambda r: r["Trade Value (US$)"])),
    (PLASTIC, "--by commodity -r DEU -f import", "2023", "2022", ",",
     "utf-8-sig",
     (lambda r: r["reporter"].startswith("Germany"), lambda r: r["product"],
      lambda r: r["TIME_PERIOD"], lambda r: r["OBS_VALUE"])),
    (BACI, "--by hs2 -r AFG -p World", "2021", None, ",", "utf-8-sig", baci(2)),
    (BACI, "--by hs4 -r AFG -p World", "2021", None, ",", "utf-8-sig", baci(4)),
    (SOY, "--by hs2 -p World --set flow=export,reporter=BRA", "2024-01", None,
     ";", "utf-8-sig",
     (lambda r: True, lambda r: r["CO_NCM"][:2], lambda r: "2024-01",
      lambda r: r["VL_FOB"])),
    (SOY, "--by commodity -p World --set flow=export,reporter=BRA", "2024-01",
     None, ";", "utf-8-sig",
     (lambda r: True, lambda r: r["CO_NCM"], lambda r: "2024-01",
      lambda r: r["VL_FOB"])),
]


def expected(path, delimiter, encoding, how, period):
    keep, name, when, value = how
    sums = defaultdict(Decimal)
    with open(path, encoding=encoding, newline="") as file:
        for r in csv.DictReader(file, delimiter=delimiter):
            if r[list(r)[0]] and keep(r) and when(r) == period:
                text = (value(r) or "").strip()
                sums[name(r)] += Decimal(text) if text else 0
    return sums


def near(a, b, slack=1e-12):
    a, b = float(a), float(b)
    return abs(a - b) <= slack * max(abs(a), abs(b), 1e-9)


def compare(case):
    path, options, period, base, delimiter, encoding, how = case
    full = os.path.join(data, path)
    now = expected(full, delimiter, encoding, how, period)
    before = expected(full, delimiter, encoding, how, base) if base else {}
    out = subprocess.run(
        [program, "top", full, "--top", "0", "--format", "csv", "-t", period]
        + options.split() + (["--base", base] if base else []),
        capture_output=True, text=True)
    if out.returncode != 0:
        return out.stderr.strip()
    table = out.stdout.split("\n\n")[0]  # behind it is another
    rows = [r for r in csv.DictReader(io.StringIO(table)) if r["share"]]
    parts = [r for r in rows if r["row"] == "part"]
    scale = {"": 1, "thousand": 3, "million": 6, "bn": 9, "tn": 12}
    by = "partner" if "--by partner" in options else "commodity"
    unit = (rows[0]["unit"].split() + [""])[1]
    factor = Decimal(10) ** scale[unit] if unit else Decimal(1)
    if path.startswith(("wits/Import", "baci/")):
        factor /= 1000
    got = {}
    for r in parts:
        got[r[by + "_code"] if by == "partner" else r["commodity"]] = r
        got[r[by]] = r
    names = {k for k in now if now[k] != 0} | {k for k in before if before[k] != 0}
    lost = [k for k in names if k not in got]
    if lost:
        # partners that no country is named for are in no row of their own
        rest = sum((now[k] for k in lost), Decimal(0))
        other = [r for r in rows if r["row"] == "not-allocated"]
        if by != "partner" or not other or not near(
                Decimal(other[0]["value"]) * factor, rest):
            return "no row of " + ", ".join(sorted(lost)[:5])
    # The file's own total may differ a little from the sum of its rows.
    total = Decimal(rows[-1]["value"]) * factor
    if not near(total, sum(now.values()), 1e-6):
        return f"total {total}, raw rows add up to {sum(now.values())}"
    for k in names - set(lost):
        a, b = now.get(k, Decimal(0)), before.get(k, Decimal(0))
        if not near(Decimal(got[k]["value"]) * factor, a):
            return f"{k}: {got[k]['value']}, raw rows say {a}"
        if not near(got[k]["share"], a / total):
            return f"{k}: share {got[k]['share']}"
        if base and not near(got[k]["contribution"], (a - b) / (
                Decimal(rows[-1]["base_value"]) * factor)):
            return f"{k}: contribution {got[k]['contribution']}"
    if abs(sum(float(r["share"]) for r in rows if r["row"] != "total") - 1) > 1e-12:
        return "shares do not add up to 1"
    moved = sum(float(r["contribution"]) for r in rows[:-1]) if base else 0
    if base and not near(moved, rows[-1]["contribution"], 1e-10):
        return "contributions do not add up to the growth"
    return None


failed = 0
for case in CASES:
    if not os.path.exists(os.path.join(data, case[0])):
        continue
    try:
        said = compare(case)
    except (KeyError, ValueError) as e:
        said = repr(e)
    if said:
        failed += 1
        print(f"check-real: {case[0]} {case[1]}: {said}", file=sys.stderr)
print(f"check-real: {len(CASES) - failed} of {len(CASES)} rankings agree with "
      "the raw rows")
sys.exit(failed > 0)

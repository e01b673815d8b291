#!/usr/bin/env python3
"""Every reason code has a case that passes, one that fails, one on the boundary, and one without its data.

    controls_test.py BUILD

The controls of one document stand in tests/unit/rules/control_cases_test.cc, which runs them; what raises the other
codes stands in control_cases.csv: code, case, file of the test, words of the test; and why a control of the former has
no case without data. A code that --list-rules names and
neither has, a case that is missing, and a test that is no longer there fail. "none" for the file says why a case
cannot be. With --table prints which test stands for what.
"""
import csv
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BUILD = pathlib.Path(sys.argv[1]).resolve()
CASES = ("pass", "fail", "boundary", "not_run")
UNIT = "tests/unit/rules/control_cases_test.cc"
# Sets of rules over the business content and the way in; those of e-invoices are held by their own conformance cases.
SETS = {"controls", "intake", "ap", "policy"}

rules = json.loads(subprocess.run([BUILD / "bin/ap-validate", "--list-rules", "--json"], check=True, capture_output=True).stdout)
codes = {r["rule"] if "rule" in r else r["id"] for r in rules if r["set"] in SETS}
codes = {c for c in codes if not c.startswith("AP-")}
unit = set(re.findall(r'^ *\{"([A-Z_]+)",', (ROOT / UNIT).read_text(), re.M))
table = {}
problems = []
for row in csv.DictReader(open(HERE / "control_cases.csv")):
    key = (row["code"], row["case"])
    if key in table:
        problems.append(f"{row['code']}: {row['case']} stands twice in control_cases.csv")
    table[key] = row
    if row["case"] not in CASES:
        problems.append(f"{row['code']}: there is no case '{row['case']}'")
    if row["file"] == "none":
        if len(row["test"]) < 20:
            problems.append(f"{row['code']}: {row['case']}: say why there can be none")
    elif not (ROOT / row["file"]).exists():
        problems.append(f"{row['code']}: there is no {row['file']}")
    elif row["test"] not in (ROOT / row["file"]).read_text():
        problems.append(f"{row['code']}: {row['file']} has no '{row['test']}'")
    if row["code"] not in codes:
        problems.append(f"{row['code']}: no rule has this code")
if not unit:
    problems.append(f"{UNIT} lists nothing")
for code in sorted(codes - unit):
    for case in CASES:
        if (code, case) not in table:
            problems.append(f"{code}: no test for the case '{case}'")
# A row of the unit test without a case for missing data ("nullptr") says here why there can be none.
body = (ROOT / UNIT).read_text()
body = body[body.index("kCases ="):body.index("int outcome(")]
for row in re.split(r'(?=^ *\{"[A-Z_]+",)', body, flags=re.M):
    found = re.match(r' *\{"([A-Z_]+)",', row)
    if not found:
        continue
    lacks = re.search(r"\bnullptr\b", row) is not None
    if lacks and (found[1], "not_run") not in table:
        problems.append(f"{found[1]}: no case for missing data, and no word why")
    if not lacks and (found[1], "not_run") in table:
        problems.append(f"{found[1]}: control_cases.csv says why its data cannot be missing, and the unit test has a case")
for code in sorted(unit - codes):
    problems.append(f"{code}: has cases, and is no rule")
if "--table" in sys.argv:
    for code in sorted(codes):
        where = UNIT if code in unit else "; ".join(f"{c}: {table[code, c]['file']} ({table[code, c]['test']})" for c in CASES)
        print(f"{code:26} {where}")
for problem in problems:
    print(problem)
print(f"{len(codes)} codes: {len(codes & unit)} by {UNIT}, {len(codes - unit)} by control_cases.csv")
sys.exit(1 if problems else 0)

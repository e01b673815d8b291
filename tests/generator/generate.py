#!/usr/bin/python3
"""Makes fictional invoices with their truth, the same bytes for the same arguments.

usage: generate.py OUT --count N --seed S [--split train|dev|test|all|holdout|fresh] [--kinds text,hybrid,scan,photo,receipt,xml,mail]
                   [--layouts a,b] [--producers all] [--easy] [--list-layouts]

Documents go to OUT/<kind>/, their truth to OUT/truth.ndjson.  Needs the Debian packages named in README.md.
"""
import argparse
import json
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from apgen import kinds, layouts  # noqa: E402


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("out", nargs="?")
    ap.add_argument("--count", type=int, default=20)
    ap.add_argument("--seed", default="1")
    ap.add_argument("--split", default="all", choices=("train", "dev", "test", "all", "holdout", "fresh"), help="all: all but holdout and fresh")
    ap.add_argument("--kinds", default="text,hybrid,scan,photo,receipt,xml,mail")
    ap.add_argument("--layouts", default="", help="only these layouts")
    ap.add_argument("--producers", default="", help="also layouts of these programs (see README.md), or all")
    ap.add_argument("--easy", action="store_true", help="western European languages and the US only")
    ap.add_argument("--list-layouts", action="store_true")
    a = ap.parse_args()
    table = layouts.load()
    if a.list_layouts:
        for n, lay in table.items():
            print(f"{n:28}{layouts.split_of(n):8}{lay['backend']:12}{(lay['fn'].__doc__ or '').strip().splitlines()[0]}")
        return 0
    if not a.out:
        ap.error("say where to write: OUT")
    chosen = [x for x in a.layouts.split(",") if x] or layouts.choose(a.split, a.producers)
    todo = a.kinds.split(",")
    bad = [k for k in todo if k not in kinds.MAKERS] + [n for n in chosen if n not in table]
    if bad:
        ap.error(f"unknown: {', '.join(bad)}")
    os.makedirs(a.out, exist_ok=True)
    with open(os.path.join(a.out, "truth.ndjson"), "w", encoding="utf-8") as truth:
        for i in range(a.count):
            kind = todo[i % len(todo)]
            job = kinds.Job(seed=f"{a.seed}", index=i, kind=kind, layouts=chosen, turn=i // len(todo), wide=not a.easy, split=a.split)
            files, rows = kinds.MAKERS[kind](job)
            for name, data in files:
                path = os.path.join(a.out, name)
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "wb") as f:
                    f.write(data)
            for row in rows:
                truth.write(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Shell scripts are sound, package lists are sorted out, and CMakePresets.json is what CMake reads."""
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
failures = []


def check(good, message):
    if not good:
        failures.append(message)


shell = [p for p in [*ROOT.glob("scripts/*"), ROOT / ".ci" / "run"] if p.is_file() and p.read_bytes()[:9] == b"#!/bin/sh"]
check(len(shell) >= 4, "fewer shell scripts than there should be")
done = subprocess.run(["shellcheck", *shell], capture_output=True, text=True)
check(done.returncode == 0, done.stdout)
for script in shell:
    check(script.stat().st_mode & 0o111, f"{script.name} is not executable")

seen = {}
for path in sorted(ROOT.glob("scripts/packages/*.txt")):
    for line in path.read_text().splitlines():
        package = line.strip()
        if package and not package.startswith("#"):
            check(package not in seen, f"{package} stands in {path.name} and {seen.get(package)}")
            seen[package] = path.name

presets = json.loads((ROOT / "CMakePresets.json").read_text())
names = {p["name"] for p in presets["configurePresets"]}
check({"release", "debug", "asan-ubsan", "tsan", "fuzz"} <= names, f"presets are {names}")
listed = subprocess.run(["cmake", "--list-presets"], cwd=ROOT, capture_output=True, text=True)
check(listed.returncode == 0, listed.stderr)

print("\n".join(failures) or "scripts are in order")
sys.exit(1 if failures else 0)

#!/usr/bin/env python3
"""What programs load when they start: each library more is looked through for every name, and a start is short.

    needs_test.py BUILD
"""
import pathlib
import re
import subprocess
import sys

BUILD = pathlib.Path(sys.argv[1]).resolve()
ALWAYS = {"libc.so.6", "libm.so.6", "ld-linux-x86-64.so.2", "libsodium.so.23", "libcairo.so.2"}
failures = []
for program in [*BUILD.glob("bin/ap-*"), BUILD / "libexec/ap-worker-xml"]:
    dynamic = subprocess.run(["readelf", "-d", program], capture_output=True, text=True, check=True).stdout
    needed = set(re.findall(r"\(NEEDED\).*\[(.*)\]", dynamic))
    if any("san.so" in name for name in needed):
        print("built with sanitizers, which bring libraries of their own")
        sys.exit(0)
    if needed - ALWAYS:
        failures.append(f"{program.name} loads {', '.join(sorted(needed - ALWAYS))}")
print("\n".join(failures) or "programs load what they must")
sys.exit(1 if failures else 0)

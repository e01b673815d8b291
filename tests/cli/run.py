#!/usr/bin/env python3
"""Runs transcripts: commands with what they read, print and return, in one file that is also documentation.

    run.py BIN FILE.t ...            compare; exit 1 and show the difference where a step does not behave as written
    run.py --update BIN FILE.t ...   rewrite the files with what happened

A step:

    $ ap-extract --as-of 2026-13-01          a line for /bin/sh; "> " continues it
    < {"schema": ...}                        standard input, if any
    expected standard output                 as it is; "\\" before a line that is empty or begins with $ > < ! ? # \\
    ! expected standard error
    ? 64                                     exit code, when it is not 0

Lines that begin with # are comments; a blank line ends a step. An expected line that ends in " (re)" is a regular
expression, one that is "..." stands for any number of lines. All steps of a file run in the same empty folder, with BIN
first in PATH, HOME set to the folder, no AP_* variables, EXAMPLES set to examples/ and TOOLS to the folder of this file.
"""
import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SPECIAL = "$><!?#\\"


class Step:
    def __init__(self, command):
        self.command, self.stdin = [command], []
        self.stdout, self.stderr, self.code = [], [], 0


def parse(text):
    """-> list of Step and comment/blank lines (str), in order."""
    items, step = [], None
    for line in text.splitlines():
        if line.startswith("$ "):
            step = Step(line[2:])
            items.append(step)
        elif line == "" or line.startswith("#"):
            step = None if line == "" else step
            items.append(line)
        elif step is None:
            raise SystemExit(f"no command before: {line}")
        elif line.startswith("> "):
            step.command.append(line[2:])
        elif line.startswith("< "):
            step.stdin.append(line[2:])
        elif line.startswith("! "):
            step.stderr.append(line[2:])
        elif line.startswith("? "):
            step.code = int(line[2:])
        else:
            step.stdout.append(line[1:] if line.startswith("\\") else line)
    return items


def shown(step):
    lines = ["$ " + step.command[0]] + ["> " + line for line in step.command[1:]]
    lines += ["< " + line for line in step.stdin]
    lines += ["\\" + line if not line or line[0] in SPECIAL else line for line in step.stdout]
    lines += ["! " + line for line in step.stderr]
    return lines + ([f"? {step.code}"] if step.code else [])


def same(expected, actual):
    if not expected:
        return not actual
    if expected[0] == "...":
        return any(same(expected[1:], actual[i:]) for i in range(len(actual) + 1))
    if not actual:
        return False
    pattern = expected[0]
    if pattern.endswith(" (re)"):
        if not re.fullmatch(pattern[:-5], actual[0]):
            return False
    elif pattern != actual[0]:
        return False
    return same(expected[1:], actual[1:])


def run_step(step, folder, environment):
    stdin = "".join(line + "\n" for line in step.stdin)
    done = subprocess.run(["/bin/sh", "-c", "\n".join(step.command)], input=stdin.encode(), cwd=folder, env=environment,
                          capture_output=True, timeout=300)
    actual = Step("")
    actual.command, actual.stdin = step.command, step.stdin
    actual.stdout = done.stdout.decode(errors="backslashreplace").splitlines()
    actual.stderr = done.stderr.decode(errors="backslashreplace").splitlines()
    actual.code = done.returncode
    return actual


def run_file(path, bin_folder, update):
    items = parse(path.read_text())
    failed, lines = 0, []
    with tempfile.TemporaryDirectory(prefix="ap-cli-") as folder:
        environment = {"PATH": f"{bin_folder}:/usr/bin:/bin", "HOME": folder, "TZ": "UTC", "LC_ALL": "C.UTF-8",
                       "EXAMPLES": str(ROOT / "examples"), "TOOLS": str(ROOT / "tests" / "cli")}
        for item in items:
            if isinstance(item, str):
                lines.append(item)
                continue
            actual = run_step(item, folder, environment)
            good = (same(item.stdout, actual.stdout) and same(item.stderr, actual.stderr) and item.code == actual.code)
            lines += shown(item if good else actual)
            if not good:
                failed += 1
                difference = difflib.unified_diff(shown(item), shown(actual), "written", "happened", lineterm="", n=99)
                print("\n".join(difference) + "\n")
    if update and failed:
        path.write_text("\n".join(lines) + "\n")
    return failed


def main():
    arguments = [a for a in sys.argv[1:] if a != "--update"]
    if len(arguments) < 2:
        sys.exit(__doc__)
    bin_folder = os.path.abspath(arguments[0])
    failed = sum(run_file(pathlib.Path(a), bin_folder, "--update" in sys.argv) for a in arguments[1:])
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

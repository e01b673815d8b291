#!/usr/bin/env python3
"""The systemd units: verified by systemd, hardened, and alike where they should be.

    units_test.py BUILD     the programs of BUILD/bin stand in for the installed ones
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BUILD = pathlib.Path(sys.argv[1]).resolve()
MOST_EXPOSED = 0.5
failures = []


def check(good, message):
    if not good:
        failures.append(message)


def options(path):
    """Every Key=Value of a unit, in order."""
    return re.findall(r"^(\w+)=(.*)$", path.read_text(), re.M)


def rights(path):
    """The block that takes rights away, as it stands in the file."""
    text = path.read_text()
    return text[text.index("User=ap"):text.index("SystemCallFilter=~@privileged @resources")]


services = sorted(ROOT.glob("systemd/*.service"))
timers = sorted(ROOT.glob("systemd/*.timer"))
stages = {"ingest", "extract", "validate", "export", "backup", "health"}
check({s.stem for s in services} == {f"ap-{s}" for s in stages} | {"ap-notify@"}, f"services: {services}")
check({t.stem for t in timers} == {f"ap-{s}" for s in stages}, f"timers: {timers}")

with tempfile.TemporaryDirectory(prefix="ap-units-") as folder:
    copies = []
    for unit in services + timers:
        copy = pathlib.Path(folder) / unit.name
        copy.write_text(unit.read_text().replace("=/usr/bin/ap-", f"={BUILD}/bin/ap-"))
        copies.append(copy)
    done = subprocess.run(["systemd-analyze", "verify", "--man=no", *copies], capture_output=True, text=True)
    check(done.returncode == 0 and not done.stderr.strip(), f"verify: {done.stderr}")
    for copy in copies:
        if copy.suffix != ".service":
            continue
        done = subprocess.run(["systemd-analyze", "security", "--offline=true", "--no-pager", copy],
                              capture_output=True, text=True)
        found = re.search(r"Overall exposure level for .*: ([\d.]+)", done.stdout)
        check(found and float(found.group(1)) <= MOST_EXPOSED, f"{copy.name}: {found.group(0) if found else done.stderr}")

for service in services:
    has = dict(options(service))
    check(rights(service) == rights(services[0]), f"{service.name} has other rights than {services[0].name}")
    for key in ("MemoryMax", "TasksMax", "TimeoutStartSec"):
        check(key in has, f"{service.name} lacks {key}")
    if service.name == "ap-notify@.service":
        continue
    check(has["OnFailure"] == "ap-notify@%n.service", f"{service.name}: OnFailure")
    check(has["StateDirectory"].split()[0] == "ap", f"{service.name}: StateDirectory")
    check("landlock_restrict_self" in has["SystemCallFilter"], f"{service.name}: the reader program cannot confine itself")
    program = has["ExecStart"].split()[0]
    check(program == f"/usr/bin/{service.stem}", f"{service.name} starts {program}")
for stage in ("ingest", "extract", "validate", "export"):
    has = dict(options(ROOT / f"systemd/ap-{stage}.service"))
    check(has.get("SuccessExitStatus") == "1", f"ap-{stage}: findings are ordinary")
    check(has.get("StandardOutput") == "null", f"ap-{stage}: records go nowhere")
check("SuccessExitStatus" not in dict(options(ROOT / "systemd/ap-backup.service")), "a backup that fails is a failure")
for timer in timers:
    has = dict(options(timer))
    check(has.get("Persistent") == "true" and "RandomizedDelaySec" in has, f"{timer.name}: Persistent, RandomizedDelaySec")
    when = subprocess.run(["systemd-analyze", "calendar", has["OnCalendar"]], capture_output=True, text=True)
    check(when.returncode == 0, f"{timer.name}: {when.stderr}")

# Every program is started with options that it has.
for service in services:
    words = dict(options(service))["ExecStart"].split()
    if not words[0].startswith("/usr/bin/ap-"):
        continue
    program = BUILD / "bin" / service.stem
    check(program.exists(), f"{service.name}: there is no {program.name}")
    if not program.exists():
        continue
    command = [w for w in words[1:2] if re.fullmatch(r"[a-z]+", w)]
    text = "".join(subprocess.run([program, *c, "--help"], capture_output=True, text=True).stdout for c in ([], command))
    for word in words[1:]:
        if word.startswith("--"):
            check(f"{word} " in text or f"{word}\n" in text, f"{service.name}: {program.name} has no {word}")

with tempfile.TemporaryDirectory(prefix="ap-root-") as folder:
    shutil.copy(ROOT / "systemd/ap.sysusers", f"{folder}/ap.conf")
    for path in ("etc", "var/lib", "var/spool", "var/backups"):
        pathlib.Path(folder, "root", path).mkdir(parents=True)
    done = subprocess.run(["systemd-sysusers", f"--root={folder}/root", ROOT / "systemd/ap.sysusers"], capture_output=True,
                          text=True)
    users = pathlib.Path(folder, "root/etc/passwd")
    check(done.returncode == 0 and users.exists() and "ap:" in users.read_text() and "/var/lib/ap" in users.read_text(),
          f"sysusers: {done.stderr}")
    done = subprocess.run(["systemd-tmpfiles", f"--root={folder}/root", "--create", ROOT / "systemd/ap.tmpfiles"],
                          capture_output=True, text=True)
    inbox = pathlib.Path(folder, "root/var/spool/ap/inbox")
    check(done.returncode == 0 and inbox.is_dir(), f"tmpfiles: {done.stderr}")

print("\n".join(failures) or f"{len(services)} services and {len(timers)} timers are in order")
sys.exit(1 if failures else 0)

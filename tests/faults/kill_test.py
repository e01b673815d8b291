#!/usr/bin/env python3
"""kill -9 at random moments of the whole pipeline, then a rerun: as if nothing had happened.

usage: kill_test.py [--kills 20] [--documents 40] [--seed 1] [--bin build/bin]

A corpus of mails, e-invoices, PDFs, scans, repeats and refusals is processed once undisturbed.  Then again and again in
fresh places, where every run is killed after a random time, until so many kills were made; each place is then run to
its end.  Every place must end like the undisturbed one: the same records in the same order, the same arrivals, the
same exported rows, each once, every original whole, nothing left lying about.

Half of the places begin with the four commands as a pipe, whose processes die together; the others run the stages one
by one against the store, where the kills of one round fall into each stage in turn.  Some also archive their inputs.
"""
import argparse
import csv
import hashlib
import json
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
STAGES = {
    "ingest": ["ap-ingest", "inbox", "--jobs", "2"],
    "extract": ["ap-extract", "--pending", "--jobs", "2"],
    "validate": ["ap-validate", "--pending", "--jobs", "2"],
    "export": ["ap-export", "--pending", "--format", "csv,csv-lines,json", "--output", "out"],
}
PIPE = ("ap-ingest inbox --jobs 2 | ap-extract --jobs 2 | ap-validate --jobs 2 | "
        "ap-export --format csv,csv-lines,json --output out")
MODIFIED = 1_700_000_000


def make_corpus(folder, documents, seed):
    """Generated invoices, repeats of some of them, and what is refused."""
    generate = [sys.executable, str(ROOT / "tests" / "generator" / "generate.py")]
    scans = max(1, documents // 40)
    refusals, repeats = max(4, documents // 12), max(2, documents // 20)
    plain = documents - scans - refusals - repeats
    for name, count, kinds in (("a", plain, "xml,mail,xml,text"), ("b", scans, "scan")):
        out = folder / name
        subprocess.run(generate + [str(out), "--count", str(count), "--seed", str(seed), "--kinds", kinds], check=True,
                       stdout=subprocess.DEVNULL)
        (out / "truth.ndjson").unlink()
    whole = sorted(p for p in folder.rglob("*") if p.is_file())
    for number, path in enumerate(whole[:: max(1, len(whole) // repeats)][:repeats]):
        (folder / "c").mkdir(exist_ok=True)
        shutil.copyfile(path, folder / "c" / f"again-{number}{path.suffix}")
    pdf = next((p for p in whole if p.suffix == ".pdf"), None)
    bad = [b"", b"PK\x03\x04 no invoice", b"%PDF-1.7\nnothing more", b"plain words",
           b"From: a@example.org\nSubject: hello\nMessage-ID: <1@example.org>\n\nno attachment\n",
           pdf.read_bytes()[:2000] if pdf else b"%PDF-1.4"]
    (folder / "d").mkdir()
    for number in range(refusals):
        (folder / "d" / f"bad-{number}.pdf").write_bytes(bad[number % len(bad)] + (b" %d" % number if number >= len(bad) else b""))
    for path in folder.rglob("*"):
        if path.is_file():
            os.utime(path, (MODIFIED, MODIFIED))


class Place:
    """A store, blobs, inbox and outbox of their own."""

    def __init__(self, corpus, programs, archive):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="ap-kill-"))
        shutil.copytree(corpus, self.root / "inbox")
        self.archive = ["--after", "archive", "--archive", "done"] if archive else []
        self.env = {k: v for k, v in os.environ.items() if not k.startswith("AP_")}
        self.env.update(AP_STORE=f"sqlite:{self.root}/store.db", AP_BLOBS=f"dir:{self.root}/blobs", AP_AS_OF="2026-11-22",
                        XDG_CONFIG_HOME=str(self.root / "none"), XDG_STATE_HOME=str(self.root / "state"),
                        OMP_THREAD_LIMIT="1", AP_VALIDATE_REQUIRED_CONTROLS="arithmetic,identifiers,data,dates,duplicates",
                        PATH=f"{programs}:{os.environ['PATH']}")

    def remove(self):
        shutil.rmtree(self.root, ignore_errors=True)

    def start(self, stage):
        """Runs a stage, or the pipe, in a process group of its own."""
        command = ["sh", "-c", PIPE] if stage == "pipe" else STAGES[stage] + (self.archive if stage == "ingest" else [])
        log = open(self.root / "log", "ab")
        return subprocess.Popen(command, cwd=self.root, env=self.env, start_new_session=True, stdin=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL, stderr=log)

    def finish(self, stage):
        """To its end; the exit code."""
        return self.start(stage).wait()

    def run_all(self):
        for stage in STAGES:
            code = self.finish(stage)
            assert code in (0, 1), f"{stage} ended with {code}: {(self.root / 'log').read_text()[-2000:]}"


def kill_group(process):
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


def attempt(place, stage, delay):
    """True when the stage was killed, False when it was done before."""
    process = place.start(stage)
    try:
        process.wait(timeout=delay)
        return False
    except subprocess.TimeoutExpired:
        kill_group(process)
        return True


def kill_at_export_files(place):
    """Kills an export between its first file and its commit: as soon as a file of the batch is to be seen."""
    before = set(os.listdir(place.root / "out")) if (place.root / "out").exists() else set()
    process = place.start("export")
    while process.poll() is None:
        try:
            now = {name for name in os.listdir(place.root / "out") if name.startswith("B")}
        except FileNotFoundError:
            continue
        if now - before:
            kill_group(process)
            return True
    return False


def normalised(line):
    record = json.loads(line)
    record.pop("trace_id", None)
    record["source"].pop("received_at", None)
    (record.get("extraction") or {}).pop("duration_ms", None)
    return json.dumps(record, sort_keys=True)


def rows_of(out):
    """Exported rows of all batches in force, by kind of file, sorted; and every fault of the batches themselves."""
    faults, rows, documents = [], {"csv": [], "lines": [], "json": []}, []
    names = {p.name for p in out.iterdir()} if out.exists() else set()
    for name in sorted(n for n in names if n.endswith(".manifest.json")):
        manifest = json.loads((out / name).read_text())
        documents += manifest["documents"]
        for entry in manifest["files"]:
            data = (out / entry["name"]).read_bytes()
            names.discard(entry["name"])
            if hashlib.sha256(data).hexdigest() != entry["sha256"]:
                faults.append(f"{entry['name']} is not what its manifest says")
            if entry["name"].endswith(".json"):
                rows["json"] += [json.dumps(d, sort_keys=True) for d in json.loads(data)["documents"]]
            else:
                kind = "lines" if entry["name"].endswith("-lines.csv") else "csv"
                rows[kind] += [tuple(row) for row in list(csv.reader(data.decode().splitlines()))[1:]]
        names.discard(name)
    if names:
        faults.append(f"left in the folder of exports: {sorted(names)}")
    if len(documents) != len(set(documents)):
        faults.append("a document was exported twice")
    if sorted(row[0] for row in rows["csv"]) != sorted(documents):
        faults.append("rows and manifests differ")
    return {kind: sorted(found) for kind, found in rows.items()}, faults


def blobs_of(folder):
    """Names of all originals, and every fault among them."""
    names, faults = [], []
    for path in sorted(folder.glob("??/??/*")):
        names.append(path.name)
        if hashlib.sha256(path.read_bytes()).hexdigest() != path.name:
            faults.append(f"the original {path.name} is damaged")
    return names, faults


def state_of(place):
    """All that must be equal in the end, and what is wrong in itself."""
    store = sqlite3.connect(f"file:{place.root}/store.db?mode=ro", uri=True)
    records = [normalised(line) for (line,) in store.execute("SELECT record FROM documents ORDER BY seq")]
    arrivals = [(channel, locator.replace(str(place.root), ""), size, modified, document) for channel, locator, size, modified, document
                in store.execute("SELECT channel, locator, bytes, modified_ns, document_id FROM arrivals ORDER BY seq")]
    rows, faults = rows_of(place.root / "out")
    blobs, damaged = blobs_of(place.root / "blobs")
    faults += damaged
    faults += [line for (line,) in store.execute("PRAGMA integrity_check") if line != "ok"]
    faults += [f"a document waits for ever in {state}" for (state,) in store.execute(
        "SELECT state FROM documents WHERE claim_owner IS NOT NULL OR state IN ('received', 'extracted') "
        "OR (state = 'validated' AND route = 'approve')")]
    inputs = {"inbox": sorted(str(p.relative_to(place.root / "inbox")) for p in (place.root / "inbox").rglob("*") if p.is_file())}
    if place.archive:
        if inputs["inbox"]:
            faults.append(f"not archived: {inputs['inbox'][:3]}")
        inputs = {"archived": sorted(p.name for p in (place.root / "done").rglob("*") if p.is_file())}
    store.close()
    return {"records": records, "arrivals": arrivals, "rows": rows, "blobs": blobs, **inputs}, faults


def differences(expected, found):
    out = []
    for key in expected:
        if expected[key] == found.get(key) or key in ("inbox", "archived") and key not in found:
            continue
        lost = [x for x in expected[key] if x not in found[key]][:2]
        more = [x for x in found[key] if x not in expected[key]][:2]
        out.append(f"{key}: {len(expected[key])} expected, {len(found[key])} found; lost {lost}; more {more}")
    return out


def durations(place):
    """Seconds that each stage takes undisturbed."""
    seconds = {}
    for stage in STAGES:
        start = time.monotonic()
        code = place.finish(stage)
        assert code in (0, 1), f"{stage} ended with {code}: {(place.root / 'log').read_text()[-2000:]}"
        seconds[stage] = time.monotonic() - start
    seconds["pipe"] = sum(seconds.values())
    return seconds


def disturb(place, rng, seconds, kills):
    """Kills runs in this place until all is done or enough were killed; how many were, by stage."""
    killed = dict.fromkeys([*STAGES, "pipe"], 0)
    if not place.archive and rng.random() < 0.5 and attempt(place, "pipe", rng.uniform(0, seconds["pipe"])):
        killed["pipe"] += 1
    for stage in STAGES:
        for _ in range(rng.randint(1, 4)):
            if sum(killed.values()) >= kills:
                return killed
            if stage == "export" and rng.random() < 0.5:
                if kill_at_export_files(place):
                    killed[stage] += 1
            elif attempt(place, stage, rng.uniform(0, seconds[stage])):
                killed[stage] += 1
        # The rest of the stage, so that the next one has something to do.
        code = place.finish(stage)
        assert code in (0, 1), f"{stage} after a kill ended with {code}: {(place.root / 'log').read_text()[-2000:]}"
    return killed


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    ap.add_argument("--kills", type=int, default=20)
    ap.add_argument("--documents", type=int, default=40)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--bin", default=str(ROOT / "build" / "bin"))
    args = ap.parse_args()
    programs = str(pathlib.Path(args.bin).resolve())
    work = pathlib.Path(tempfile.mkdtemp(prefix="ap-kill-corpus-"))
    rng = random.Random(args.seed)
    total, places, failed = dict.fromkeys([*STAGES, "pipe"], 0), 0, False
    try:
        make_corpus(work / "corpus", args.documents, args.seed)
        calm = Place(work / "corpus", programs, archive=False)
        seconds = durations(calm)
        expected, faults = state_of(calm)
        calm.remove()
        assert not faults, faults
        archived = {"archived": sorted(pathlib.Path(name).name for name in expected["inbox"])}
        exported = len(expected["rows"]["csv"])
        print(f"undisturbed: {len(expected['records'])} records, {exported} exported, "
              + ", ".join(f"{stage} {s:.1f} s" for stage, s in seconds.items()), flush=True)
        assert exported > 0, "nothing was exported, so the test would prove little"
        while sum(total.values()) < args.kills:
            place = Place(work / "corpus", programs, archive=places % 3 == 2)
            killed = disturb(place, rng, seconds, args.kills - sum(total.values()))
            place.run_all()
            found, faults = state_of(place)
            faults += differences({**expected, **archived} if place.archive else expected, found)
            for stage, count in killed.items():
                total[stage] += count
            places += 1
            print(f"place {places}: killed {killed}: {'as if nothing had happened' if not faults else 'DIFFERS'}", flush=True)
            for fault in faults:
                print("  " + fault[:600], flush=True)
            failed = failed or bool(faults)
            if not faults:
                place.remove()
            else:
                print(f"  kept: {place.root}", flush=True)
                break
    finally:
        shutil.rmtree(work, ignore_errors=True)
    print(f"{sum(total.values())} kills in {places} places: {total}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

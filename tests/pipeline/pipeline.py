"""Runs the commands as a person would, each run in a folder of its own.

Shared by the tests of this folder. AP_BIN names the folder of the programs (default: build/bin of the source tree).
"""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BIN = pathlib.Path(os.environ.get("AP_BIN", ROOT / "build" / "bin"))
AS_OF = "2026-11-22"


class Place:
    """A fresh store, blob folder, inbox and outbox."""

    def __init__(self):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="ap-pipeline-"))
        self.inbox = self.root / "inbox"
        self.out = self.root / "out"
        self.inbox.mkdir()
        self.env = {k: v for k, v in os.environ.items() if not k.startswith("AP_")}
        self.env.update(AP_STORE=f"sqlite:{self.root}/store.db", AP_BLOBS=f"dir:{self.root}/blobs", AP_AS_OF=AS_OF,
                        XDG_CONFIG_HOME=str(self.root / "none"), XDG_STATE_HOME=str(self.root / "state"),
                        OMP_THREAD_LIMIT="1",
                        AP_VALIDATE_REQUIRED_CONTROLS="arithmetic,identifiers,data,dates,duplicates")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        subprocess.run(["chmod", "-R", "u+rwX", str(self.root)], check=False)
        shutil.rmtree(self.root, ignore_errors=True)

    def run(self, *command, stdin=None, timeout=900):
        """(exit code, standard output, standard error) of one command, given without its folder."""
        done = subprocess.run([str(BIN / command[0]), *map(str, command[1:])], input=stdin or b"", capture_output=True,
                              env=self.env, cwd=self.root, timeout=timeout)
        return done.returncode, done.stdout, done.stderr

    def pipe(self, *commands, stdin=None):
        """Chains commands over their whole output; returns the last output and all exit codes."""
        codes, data = [], stdin
        for command in commands:
            code, data, error = self.run(*command, stdin=data)
            assert code in (0, 1), f"{command}: exit {code}: {error.decode(errors='replace')}"
            codes.append(code)
        return data, codes


def records(output):
    return [json.loads(line) for line in output.decode().splitlines()]


def normalised(record):
    """The record without what the contract exempts from being equal."""
    record = json.loads(json.dumps(record))
    record.pop("trace_id", None)
    record.get("source", {}).pop("received_at", None)
    if record.get("extraction"):
        record["extraction"].pop("duration_ms", None)
    return record


def normalised_lines(output):
    return [json.dumps(normalised(r), sort_keys=False) for r in records(output)]


def exported(folder):
    """Name to bytes of every exported file; a manifest without the time of its making."""
    files = {}
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if not path.is_file():
            continue
        data = path.read_bytes()
        if path.name.endswith(".manifest.json"):
            manifest = json.loads(data)
            manifest.pop("created_at")
            data = json.dumps(manifest, sort_keys=True).encode()
        files[path.name] = data
    return files

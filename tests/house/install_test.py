#!/usr/bin/env python3
"""`cmake --install` into an empty folder: everything is there, and works from there.

    install_test.py BUILD
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BUILD = pathlib.Path(sys.argv[1]).resolve()
failures = []


def check(good, message):
    if not good:
        failures.append(message)


def run(*command, **more):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True, **more)


def completion_of(shell, file):
    """Checks that the shell reads the file without complaint."""
    if shutil.which(shell) is None:
        return True
    return run(shell, "-n", file).returncode == 0


with tempfile.TemporaryDirectory(prefix="ap-install-") as folder:
    prefix = pathlib.Path(folder) / "prefix"
    done = run("cmake", "--install", BUILD, "--prefix", prefix)
    check(done.returncode == 0, done.stderr)
    programs = sorted(p.name for p in (prefix / "bin").glob("ap-*"))
    check(len(programs) == 8, f"programs: {programs}")
    for worker in ("ap-worker", "ap-worker-xml"):
        check((prefix / "libexec/ap" / worker).exists(), f"no {worker} in libexec/ap")
    for name in programs:
        check((prefix / f"share/man/man1/{name}.1").exists(), f"no man page of {name}")
        for shell, file in (("bash", f"bash-completion/completions/{name}"), ("zsh", f"zsh/vendor-completions/_{name}"),
                            ("fish", f"fish/vendor_completions.d/{name}.fish")):
            path = prefix / "share" / file
            check(path.exists() and path.stat().st_size > 500, f"no {shell} completion of {name}")
            check(completion_of(shell, path), f"{shell} does not read {file}")
    for page in ("man5/ap.toml.5", "man5/ap-record.5", "man7/ap-pipeline.7", "man7/ap-metrics.7", "man7/ap-rules.7"):
        check((prefix / "share/man" / page).exists(), f"no {page}")
    units = prefix / "lib/systemd/system"
    unit = units / "ap-extract.service"
    check(unit.exists() and f"ExecStart={prefix}/bin/ap-extract " in unit.read_text(), "unit does not name the installed program")
    check((units / "ap-extract.timer").exists(), "no timer")
    for file in ("lib/sysusers.d/ap.conf", "lib/tmpfiles.d/ap.conf"):
        check((prefix / file).exists(), f"no {file}")

    # Moved elsewhere, the commands still find their worker.
    moved = pathlib.Path(folder) / "moved"
    prefix.rename(moved)
    done = run(moved / "bin/ap-extract", ROOT / "examples/inbox/01-letter-de.pdf", env={"HOME": folder, "PATH": "/usr/bin:/bin"})
    check(done.returncode == 0 and '"state":"extracted"' in done.stdout, f"installed ap-extract: {done.stdout}{done.stderr}")

    # Completion in bash: options, words of an option.
    script = f'. {moved}/share/bash-completion/completions/ap-extract; COMP_WORDS=(ap-extract --fail-on w); COMP_CWORD=2; ' \
             "_ap_extract; echo ${COMPREPLY[@]}; COMP_WORDS=(ap-extract --pen); COMP_CWORD=1; _ap_extract; echo ${COMPREPLY[@]}"
    done = run("bash", "-c", script)
    check(done.stdout == "warning\n--pending\n", f"bash completion gave {done.stdout!r} {done.stderr}")

print("\n".join(failures) or "the installed tree is complete")
sys.exit(1 if failures else 0)

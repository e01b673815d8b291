#!/usr/bin/env python3
"""ap-review next in a real (pseudo) terminal: keys, prompts, and a terminal that is as it was afterwards.

    next_test.py BUILD
"""
import json
import os
import pathlib
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import termios
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BIN = pathlib.Path(sys.argv.pop(1)).resolve() / "bin"
FINE = next(ROOT.glob("examples/inbox/11-*.xml"))


class Next(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="ap-next-"))
        self.addCleanup(shutil.rmtree, self.folder)
        config = self.folder / "ap.toml"
        config.write_text('[validate]\nrequired_controls = ["arithmetic"]\nrules = "none"\n')
        self.environment = {"PATH": "/usr/bin:/bin", "HOME": str(self.folder), "AP_CONFIG": str(config), "TERM": "xterm",
                            "AP_STORE": f"sqlite:{self.folder}/ap.sqlite", "AP_BLOBS": f"dir:{self.folder}/blobs",
                            "AP_AS_OF": "2026-11-22"}
        inbox = self.folder / "in"
        inbox.mkdir()
        for name, total in (("small", "1300"), ("large", "9999")):
            text = re.sub(r"(TaxInclusiveAmount[^>]*>)[0-9]*", rf"\g<1>{total}", FINE.read_text(), count=1)
            (inbox / f"{name}.xml").write_text(text.replace("<cbc:ID>", f"<cbc:ID>{name}", 1))
        for command in (["ap-ingest", "-q", str(inbox)], ["ap-extract", "--pending"], ["ap-validate", "--pending"]):
            self.run_quietly(*command)

    def run_quietly(self, program, *arguments):
        return subprocess.run([BIN / program, *arguments], env=self.environment, capture_output=True, text=True)

    def start(self, *arguments, term="xterm"):
        self.master, slave = pty.openpty()
        self.addCleanup(os.close, self.master)
        self.slave = slave
        self.addCleanup(os.close, slave)
        self.before = termios.tcgetattr(slave)
        self.seen = ""
        self.process = subprocess.Popen([BIN / "ap-review", *(arguments or ["next"])], env={**self.environment, "TERM": term}, stdin=slave, stdout=slave,
                                        stderr=slave)
        self.addCleanup(self.process.kill)

    def wait_for(self, words):
        end = time.monotonic() + 30
        while words not in self.seen:
            ready, _, _ = select.select([self.master], [], [], 0.2)
            if ready:
                self.seen += os.read(self.master, 65536).decode(errors="replace")
            self.assertLess(time.monotonic(), end, f"'{words}' did not come: {self.seen}")
        self.seen = self.seen[self.seen.index(words) + len(words):]

    def drain(self):
        while self.process.poll() is None or select.select([self.master], [], [], 0)[0]:
            if select.select([self.master], [], [], 0.1)[0]:
                os.read(self.master, 65536)

    def press(self, keys):
        os.write(self.master, keys.encode())

    def finish(self):
        code = self.process.wait(30)
        self.assertEqual(termios.tcgetattr(self.slave), self.before, "the terminal is not as it was")
        return code

    def test_what_puts_most_money_at_risk_comes_first_and_keys_decide(self):
        self.start()
        self.wait_for("1 of 2")
        self.wait_for("9999.25")
        self.wait_for("q quit")
        self.press("r")
        self.wait_for("why is it rejected? ")
        self.press("never ordxx\x7f\x7fered\r")
        self.wait_for("rejected")
        self.wait_for("2 of 2")
        self.wait_for("q quit")
        self.press("a")
        self.wait_for("paid all the same? ")
        self.press("\r")
        self.wait_for("refused: ")
        self.press("ctotals.gross=1208.25\r")
        self.wait_for("another person must approve it")
        self.press("as")
        self.wait_for("four eyes")
        self.wait_for("0 approved, 1 rejected, 1 corrected, 1 left of 2")
        self.assertEqual(self.finish(), 1)
        shown = self.run_quietly("ap-review", "list", "--json", "--route", "reject").stdout
        self.assertIn("never ordered", shown)
        self.assertIn("large.xml", shown)

    def test_the_terminal_is_as_it_was_after_signals_and_an_end(self):
        for end in (signal.SIGTERM, signal.SIGINT, "q", "prompt"):
            with self.subTest(end=end):
                self.start()
                self.wait_for("q quit")
                self.assertFalse(termios.tcgetattr(self.slave)[3] & termios.ECHO, "keys are read one by one")
                if isinstance(end, signal.Signals):
                    self.process.send_signal(end)
                    self.assertEqual(self.finish(), 128 + end)
                elif end == "prompt":
                    self.press("r")
                    self.wait_for("rejected? ")
                    self.process.send_signal(signal.SIGTERM)
                    self.assertEqual(self.finish(), 143)
                else:
                    self.press(end)
                    self.assertEqual(self.finish(), 1)

    def test_a_terminal_shows_the_piece_of_a_page_where_it_says_that_it_can(self):
        record = subprocess.run(f"{BIN}/ap-ingest -q {ROOT}/examples/inbox/01-letter-de.pdf | {BIN}/ap-extract | "
                                f"{BIN}/ap-validate", shell=True, env=self.environment, capture_output=True, text=True)
        name = json.loads(record.stdout)["id"]
        for term, begins in (("xterm-kitty", "\x1b_Ga=T,f=100,m="), ("foot", "\x1bPq")):
            self.start("show", name, "--crop", "totals.gross", term=term)
            self.wait_for(begins)
            self.wait_for("\x1b\\")
            self.drain()
            self.assertEqual(self.process.wait(30), 0)
        self.start("show", name, "--crop", "totals.gross", term="xterm")
        self.wait_for("does not say that it shows pictures")
        self.assertEqual(self.process.wait(30), 64)

    def test_without_a_terminal_it_says_what_to_use(self):
        run = self.run_quietly("ap-review", "next")
        self.assertEqual(run.returncode, 64)
        self.assertIn("ap-review worklist", run.stderr)


if __name__ == "__main__":
    unittest.main()

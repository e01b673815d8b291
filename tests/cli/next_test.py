#!/usr/bin/env python3
"""ap-review next in a real (pseudo) terminal: keys, prompts, and a terminal that is as it was afterwards.

    next_test.py BUILD
"""
import fcntl
import json
import os
import pathlib
import pty
import re
import select
import shutil
import signal
import struct
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

    def test_special_keys_and_letters_with_alt_decide_nothing(self):
        self.start()
        self.wait_for("q quit")
        for keys in ("\x1b[A", "\x1bOP", "\x1b[3~", "\x1ba", "\x1br"):    # up, F1, delete, Alt-a, Alt-r
            self.press(keys)
            time.sleep(0.1)
        self.press("z")
        self.wait_for("that key does nothing here")
        self.assertNotIn("approved", self.seen)
        self.press("r")
        self.wait_for("rejected? ")
        self.press("not\x1b[D our\x1b[Cs\x1bx")
        self.wait_for("not ours")
        self.press("\x1b")                                      # given up
        self.wait_for("q quit")
        self.press("\x04")
        self.wait_for("0 approved, 0 rejected, 0 corrected, 2 left of 2")
        self.assertEqual(self.finish(), 1)

    def test_a_long_answer_stays_on_one_row_of_the_terminal_as_wide_as_it_is_now(self):
        self.start()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 40, 0, 0))
        self.wait_for("q quit")
        self.press("r")
        self.wait_for("rejected? ")
        self.press("x" * 30 + "ä" * 30)
        self.wait_for("ä" * 10)
        time.sleep(0.3)
        while select.select([self.master], [], [], 0.2)[0]:
            self.seen += os.read(self.master, 65536).decode(errors="replace")
        for row in self.seen.split("\r\x1b[K"):
            self.assertLessEqual(len(row), 40, row)
        self.assertIn("why is it rejected? <", self.seen)
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 120, 0, 0))
        self.press("!")
        self.wait_for("x" * 30 + "ä" * 30 + "!")
        self.press("\r")
        self.wait_for("2 of 2")
        self.press("q")
        self.finish()

    def test_nothing_waits(self):
        self.start("next", "--rule", "INVALID_IBAN")
        self.wait_for("nothing waits here")
        self.assertEqual(self.finish(), 0)

    def test_two_at_once_do_not_decide_twice_and_see_who_works_on_what(self):
        self.start()
        self.wait_for("q quit")
        self.press("m")
        self.wait_for("it is yours now")
        names = {json.loads(line)["source"]["name"]: json.loads(line)["id"]
                 for line in self.run_quietly("ap-review", "list", "--json").stdout.splitlines()}
        self.assertEqual(self.run_quietly("ap-review", "reject", names["large.xml"], "--reason", "other desk").returncode, 0)
        self.press("rmine\r")
        self.wait_for("refused: ")
        self.wait_for("it waits no more")
        self.wait_for("2 of 2")
        self.wait_for("q quit")
        self.run_quietly("ap-review", "reject", names["small.xml"], "--reason", "other desk")
        self.press("abecause\r")
        self.wait_for("refused: ")
        self.wait_for("0 approved, 0 rejected")
        self.finish()

    def test_every_other_key(self):
        self.start()
        self.wait_for("q quit")
        self.press("v")
        self.wait_for("history")
        self.wait_for("q quit")
        self.press("b")
        self.wait_for("how was the account confirmed? ")
        self.press("by phone\r")
        self.wait_for("refused: ")
        self.press("p")
        self.wait_for("picture of which field? ")
        self.press("totals.gross\r")
        self.wait_for("q quit")
        self.press("cno field\r")
        self.wait_for("that is not FIELD=VALUE")
        self.press("cno.such=1\r")
        self.wait_for("refused: ")
        self.press("ss")
        self.wait_for("2 left of 2")
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

#!/usr/bin/env python3
"""What transcripts cannot show: signals, closed pipes, several runs on one store, terminals, metrics over time.

    streams_test.py BUILD
"""
import json
import os
import pathlib
import pty
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BUILD = pathlib.Path(sys.argv.pop(1)).resolve()
EXTRACT = str(BUILD / "bin" / "ap-extract")
PASSED = '{"schema":"ap.record/1","id":null,"trace_id":"%032d","state":"exported","source":{"name":"x"}}\n' % 0
DOCUMENT = ROOT / "examples/inbox/01-letter-de.pdf"


class Streams(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="ap-streams-")
        self.addCleanup(shutil.rmtree, self.folder)
        self.environment = {"PATH": "/usr/bin:/bin", "HOME": self.folder}

    def start(self, *arguments, **more):
        options = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "env": self.environment}
        return subprocess.Popen([EXTRACT, *map(str, arguments)], **{**options, **more})

    def test_each_record_is_printed_before_the_next_is_read(self):
        run = self.start("--store", "none")
        for _ in range(3):
            run.stdin.write(PASSED.encode())
            run.stdin.flush()
            self.assertEqual(run.stdout.readline().decode(), PASSED)
        run.stdin.close()
        self.assertEqual(run.wait(20), 0)
        run.stdout.close()
        run.stderr.close()

    def test_a_signal_while_waiting_for_input_ends_the_command_with_its_code(self):
        for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            run = self.start("--store", "none")
            run.stdin.write(PASSED.encode())
            run.stdin.flush()
            run.stdout.readline()
            run.send_signal(number)
            _, errors = run.communicate(timeout=20)
            self.assertEqual((run.returncode, errors), (code, b""))

    def test_a_signal_lets_the_document_in_hand_be_finished(self):
        files = [str(DOCUMENT)] * 400
        run = self.start("--jobs", "1", *files)
        first = run.stdout.readline()
        run.send_signal(signal.SIGTERM)
        rest, _ = run.communicate(timeout=60)
        self.assertEqual(run.returncode, 143)
        lines = [first] + rest.splitlines()
        self.assertLess(len(lines), 400)
        self.assertTrue(all(json.loads(line)["state"] == "extracted" for line in lines))

    def test_a_reader_that_goes_away_ends_the_command_without_a_word(self):
        pipe = subprocess.run(["sh", "-c", f"yes '{PASSED.strip()}' | {EXTRACT} --store none | head -2 >/dev/null; "
                               "exit 0"], env=self.environment, capture_output=True, timeout=60)
        self.assertEqual(pipe.stderr, b"")
        bash = subprocess.run(["bash", "-c", f"yes '{PASSED.strip()}' | {EXTRACT} --store none | head -1 >/dev/null; "
                               "echo ${PIPESTATUS[1]}"], env=self.environment, capture_output=True, timeout=60)
        self.assertEqual(bash.stdout, b"141\n")

    def test_log_lines_are_json_when_asked_for(self):
        run = self.start("--store", "none", "--log-format", "json")
        _, errors = run.communicate(b"nonsense\n", timeout=20)
        line = json.loads(errors)
        self.assertEqual((line["level"], line["command"]), ("error", "ap-extract"))

    def test_journal_lines_carry_a_priority(self):
        run = self.start("--store", "none", "--log-format", "journal")
        _, errors = run.communicate(b"nonsense\n", timeout=20)
        self.assertTrue(errors.startswith(b"<3>line 1 is no record"))

    def test_a_progress_line_is_drawn_on_a_terminal_only(self):
        master, slave = pty.openpty()
        run = self.start(DOCUMENT, DOCUMENT, stdout=subprocess.DEVNULL, stderr=slave)
        run.stdin.close()
        os.close(slave)
        shown = b""
        try:
            while chunk := os.read(master, 4096):
                shown += chunk
        except OSError:
            pass
        run.wait(30)
        self.assertIn(b"2/2", shown)
        quiet = self.start(DOCUMENT)
        self.assertEqual(quiet.communicate(timeout=30)[1], b"")

    def metrics(self):
        return (pathlib.Path(self.folder) / "ap_extract.prom").read_text()

    def value(self, name):
        return float(re.search(rf"^{name}{{[^}}]*}} (\S+)$", self.metrics(), re.M).group(1))

    def test_metrics_are_valid_and_keep_the_last_success_when_a_run_fails(self):
        run = self.start("--metrics", self.folder, DOCUMENT)
        run.communicate(timeout=30)
        self.assertEqual(run.returncode, 0)
        success = self.value("ap_last_success_timestamp_seconds")
        self.assertAlmostEqual(success, time.time(), delta=60)
        time.sleep(0.01)
        self.start("--metrics", self.folder, "/nonexistent").communicate(timeout=30)
        self.assertEqual(self.value("ap_last_exit_code"), 66)
        self.assertEqual(self.value("ap_last_success_timestamp_seconds"), success)
        self.assertGreater(self.value("ap_last_run_timestamp_seconds"), success)
        self.assertIn('ap_documents_processed_total{command="ap-extract",outcome="extracted"} 1\n', self.metrics())
        if shutil.which("promtool"):
            done = subprocess.run(["promtool", "check", "metrics"], input=self.metrics(), capture_output=True, text=True)
            self.assertEqual((done.returncode, done.stdout + done.stderr), (0, ""))

    def test_memory_stays_flat_over_many_records(self):
        peaks = []
        for number in (2_000, 40_000):
            done = subprocess.run(["sh", "-c", f"yes '{PASSED.strip()}' | head -{number} | "
                                   f"/usr/bin/python3 -c 'import resource, subprocess; "
                                   f"subprocess.run([\"{EXTRACT}\", \"--store\", \"none\"], stdout=subprocess.DEVNULL); "
                                   f"print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)'"],
                                  env=self.environment, capture_output=True, text=True, timeout=120)
            peaks.append(int(done.stdout))
        self.assertLess(peaks[1], peaks[0] * 1.2 + 2048)


if __name__ == "__main__":
    unittest.main(verbosity=0)

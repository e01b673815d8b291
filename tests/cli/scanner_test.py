#!/usr/bin/env python3
"""ap-ingest with a malware scanner: a stand-in for clamd that finds the EICAR test string, and a scanner that fails.

    scanner_test.py BUILD
"""
import email.message
import json
import os
import pathlib
import socketserver
import struct
import subprocess
import sys
import tempfile
import threading
import unittest

BIN = pathlib.Path(sys.argv.pop(1)).resolve() / "bin"
EXAMPLES = pathlib.Path(__file__).resolve().parent.parent.parent / "examples" / "inbox"
# In two parts, so that no scanner takes this file for the test file itself.
HARMFUL = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
LARGEST = 1 << 20


class Clamd(socketserver.StreamRequestHandler):
    """INSTREAM as clamd(8) has it: chunks with their length, ended by one of length 0."""

    def handle(self):
        if self.rfile.read(10) != b"zINSTREAM\0":
            return self.wfile.write(b"UNKNOWN COMMAND\0")
        seen = b""
        while size := struct.unpack("!I", self.rfile.read(4))[0]:
            seen += self.rfile.read(size)
            if len(seen) > LARGEST:
                return self.wfile.write(b"INSTREAM size limit exceeded. ERROR\0")
        self.server.seen.append(len(seen))
        self.wfile.write(b"stream: Eicar-Test-Signature FOUND\0" if HARMFUL in seen else b"stream: OK\0")


class Server(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True


class Scanner(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="ap-scanner-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.inbox = self.folder / "in"
        self.inbox.mkdir()
        self.bill = next(EXAMPLES.glob("11-*.xml")).read_bytes()

    def start(self):
        server = Server(str(self.folder / "clamd"), Clamd)
        server.seen = []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        return server

    def ingest(self):
        environment = {"PATH": "/usr/bin:/bin", "HOME": str(self.folder), "AP_STORE": f"sqlite:{self.folder}/ap.sqlite",
                       "AP_BLOBS": f"dir:{self.folder}/blobs", "AP_INGEST_MALWARE_SCANNER": str(self.folder / "clamd")}
        done = subprocess.run([BIN / "ap-ingest", self.inbox], env=environment, capture_output=True, text=True)
        return done, [json.loads(line) for line in done.stdout.splitlines()]

    def test_what_the_scanner_finds_is_refused_and_the_rest_is_taken(self):
        server = self.start()
        (self.inbox / "a.txt").write_bytes(HARMFUL)
        (self.inbox / "b.xml").write_bytes(self.bill)
        done, records = self.ingest()
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertEqual([(r["source"]["name"], r["state"]) for r in records], [("a.txt", "failed"), ("b.xml", "received")])
        finding = records[0]["findings"][0]
        self.assertEqual((finding["rule"], records[0]["decision"]["route"]), ("MALWARE", "reject"))
        self.assertIn("Eicar-Test-Signature", finding["message"])
        self.assertIn(len(self.bill), server.seen)

    def test_of_a_mail_only_the_harmful_attachment_is_refused(self):
        self.start()
        mail = email.message.EmailMessage()
        mail["From"], mail["Message-ID"] = "a@example.org", "<1@example.org>"
        mail.set_content("two bills")
        mail.add_attachment(self.bill, maintype="application", subtype="xml", filename="good.xml")
        bad = self.bill + b"<!-- " + HARMFUL + b" -->"
        mail.add_attachment(bad, maintype="application", subtype="xml", filename="bad.xml")
        (self.inbox / "m.eml").write_bytes(bytes(mail))
        done, records = self.ingest()
        states = {r["source"]["name"]: (r["state"], [f["rule"] for f in r["findings"]]) for r in records}
        self.assertEqual(states["good.xml"], ("received", []), done.stderr)
        self.assertEqual(states["bad.xml"], ("failed", ["MALWARE"]))
        self.assertEqual(states["m.eml"][0], "validated")

    def test_without_a_verdict_nothing_is_taken_and_the_next_run_takes_it(self):
        (self.inbox / "b.xml").write_bytes(self.bill)
        done, records = self.ingest()
        self.assertEqual((done.returncode, records), (69, []))
        self.assertIn("gives no verdict", done.stderr)
        self.assertIn("start clamd", done.stderr)
        self.start()
        done, records = self.ingest()
        self.assertEqual((done.returncode, records[0]["state"]), (0, "received"), done.stderr)

    def test_a_document_larger_than_the_scanner_takes_is_no_clean_one(self):
        self.start()
        (self.inbox / "big.xml").write_bytes(self.bill + b" " * (3 * LARGEST))
        done, records = self.ingest()
        self.assertEqual((done.returncode, records[0]["state"]), (1, "failed"), done.stderr)
        self.assertEqual(records[0]["findings"][0]["rule"], "RESOURCE_LIMIT")
        self.assertIn("StreamMaxLength", records[0]["findings"][0]["message"])


if __name__ == "__main__":
    unittest.main()

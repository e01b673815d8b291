#!/usr/bin/env python3
"""Approvals that somebody who may write the file of the store forges by SQL, with what our programs bring put in.

    AP_BIN=build/bin forged_test.py

Who owns an SQLite file can define the functions that vouch for the actor, and take triggers away: nothing in the file
can stop that. Each forgery here reaches the route approve, and ap-health journal verify or ap-review sod finds it.
"""
import grp
import hashlib
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import tempfile
import unittest

BIN = pathlib.Path(os.environ["AP_BIN"]).resolve()
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def sha(text):
    return hashlib.sha256(text.encode()).hexdigest()


class Forged(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="ap-forged-"))
        self.addCleanup(shutil.rmtree, self.folder)
        config = self.folder / "ap.toml"
        config.write_text('[validate]\nrequired_controls = ["arithmetic"]\nrules = "none"\n'
                          f'[authority]\napprovers = ["staff"]\nauditors = ["{grp.getgrgid(os.getgid()).gr_name}"]\nlimits = ["EUR=any"]\n')
        self.environment = {"PATH": "/usr/bin:/bin", "HOME": str(self.folder), "AP_CONFIG": str(config),
                            "AP_STORE": f"sqlite:{self.folder}/ap.sqlite", "AP_BLOBS": f"dir:{self.folder}/blobs",
                            "AP_AS_OF": "2026-11-22"}
        inbox = self.folder / "in"
        inbox.mkdir()
        fine = next(ROOT.glob("examples/inbox/11-*.xml")).read_text()
        wrong = re.sub(r"(TaxInclusiveAmount[^>]*>)[0-9]*", r"\g<1>9999", fine, count=1)
        (inbox / "wrong.xml").write_text(wrong.replace("<cbc:ID>", "<cbc:ID>X", 1))
        for command in (["ap-ingest", "-q", str(inbox)], ["ap-extract", "--pending"], ["ap-validate", "--pending"]):
            self.assertLessEqual(self.run_as(*command).returncode, 1)
        self.database = sqlite3.connect(self.folder / "ap.sqlite")
        self.addCleanup(self.database.close)
        self.database.create_function("ap_acts_as", 1, lambda name: 1)
        self.database.create_function("ap_stands_for", 1, lambda role: 1)
        self.database.create_function("ap_sha256", 1, sha)
        self.database.create_function("ap_seal", 2, lambda salt, values: sha(salt + "\n" + values))
        self.document, record = self.database.execute("SELECT id, record FROM documents").fetchone()
        self.record = json.loads(record)
        self.assertEqual(self.record["decision"]["route"], "review")
        self.assertEqual(self.verify().returncode, 0)

    def run_as(self, *words):
        return subprocess.run([str(BIN / words[0]), *words[1:]], env=self.environment, capture_output=True, text=True)

    def verify(self):
        return self.run_as("ap-health", "journal", "verify")

    def approved_line(self, actor=None):
        self.record["decision"]["route"] = "approve"
        if actor:
            self.record["decision"].setdefault("approvals", []).append(
                {"actor": actor, "action": "approve", "reason": "", "at": "2026-11-22T10:00:00Z"})
        return json.dumps(self.record, separators=(",", ":"), ensure_ascii=False)

    def forge(self, line, actor, kind="approved", sound=True):
        """An event and the record it leaves, as our programs would write them; the chain goes on only when `sound`."""
        seq, last = self.database.execute("SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1").fetchone()
        entry = {"seq": seq + 1, "document": self.document, "at_ms": 1795000000000, "actor": actor, "kind": kind,
                 "detail": "", "record": sha(line)}
        chained = sha(last + "\n" + json.dumps(entry, separators=(",", ":"))) if sound else "f" * 64
        self.database.execute("INSERT INTO events (seq, document_id, at_ms, actor, kind, record_hash, hash) "
                              "VALUES (?, ?, ?, ?, ?, ?, ?)",
                              (seq + 1, self.document, 1795000000000, actor, kind, sha(line), chained))
        self.database.execute("UPDATE documents SET route = 'approve', record = ?, event = ? WHERE id = ?",
                              (line, seq + 1, self.document))
        self.database.commit()

    def found(self, *words):
        report = self.verify()
        self.assertEqual(report.returncode, 2, report.stdout + report.stderr)
        for word in words:
            self.assertIn(word, report.stdout)

    def exported(self):
        return self.database.execute("SELECT count(*) FROM documents WHERE route = 'approve'").fetchone()[0]

    def test_an_event_that_does_not_carry_the_chain_on_is_found(self):
        self.forge(self.approved_line("boss"), "boss", sound=False)
        self.assertEqual(self.exported(), 1)
        self.found("CRITICAL", "entry 4")

    def test_a_record_changed_without_an_event_is_found_though_the_triggers_are_back(self):
        triggers = self.database.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            self.database.execute(f"DROP TRIGGER {name}")
        self.database.execute("UPDATE documents SET route = 'approve', record = ?", (self.approved_line("boss"),))
        self.database.commit()
        self.found("taken away", "more of that kind")
        for _, sql in triggers:
            self.database.execute(sql)
        self.database.commit()
        self.found(self.document, "its record is not the one its last event left")

    def test_an_approval_in_the_record_that_the_journal_does_not_have_is_found(self):
        self.forge(self.approved_line("boss"), "boss", kind="validated")
        self.found(self.document, "approved by boss", "the journal has no such approval")

    def test_an_approved_record_that_nobody_approved_is_found(self):
        self.forge(self.approved_line(), "boss", kind="validated")
        self.found(self.document, "though its findings hold it, and nobody approved it")

    def test_a_sound_chain_in_the_name_of_one_who_may_not_is_found_by_sod(self):
        self.forge(self.approved_line("boss"), "boss")
        self.assertEqual(self.verify().returncode, 0, "the chain is sound, as ap-health(1) says of such a forgery")
        report = self.run_as("ap-review", "sod")
        self.assertIn("acted-without-role", report.stdout, report.stderr)
        self.assertRegex(report.stdout, r"boss +acted-without-role +approved documents.*no such user")

    def test_an_event_taken_back_is_found_against_a_head(self):
        head = self.folder / "head"
        head.write_text(self.run_as("ap-health", "journal", "head").stdout)
        self.database.execute("DROP TRIGGER events_never_go")
        self.database.execute("DELETE FROM events WHERE seq = (SELECT max(seq) FROM events)")
        self.database.commit()
        report = self.run_as("ap-health", "journal", "verify", "--head", str(head))
        self.assertEqual(report.returncode, 2, report.stdout)


if __name__ == "__main__":
    unittest.main()

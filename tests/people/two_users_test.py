#!/usr/bin/env python3
"""Authority between real operating-system users, through every command and by SQL on the store.

    AP_BIN=build/bin two_users_test.py

Needs root, to become other users; anybody else skips it, and is told so. The users have throwaway numbers and no names;
their groups are some that every Debian has.
"""
import grp
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
SHARED = grp.getgrnam("users").gr_gid
ROLES = {"clerks": "games", "approvers": "staff", "auditors": "news", "administrators": "operator"}
# Throwaway user numbers and the roles that their groups give them.
PEOPLE = {"service": (61001, []), "anna": (61002, ["clerks"]), "bert": (61003, ["approvers"]),
          "both": (61004, ["clerks", "approvers"]), "audra": (61005, ["auditors"]), "adam": (61006, ["administrators"]),
          "nora": (61007, []), "chief": (61008, ["approvers", "administrators"])}


@unittest.skipUnless(os.geteuid() == 0, "NOT RUN: only root can become two users; run this test as root")
class TwoUsers(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="ap-people-"))
        self.addCleanup(shutil.rmtree, self.folder)
        os.chown(self.folder, PEOPLE["service"][0], SHARED)
        os.chmod(self.folder, 0o2770)
        self.store = self.folder / "ap.sqlite"
        self.config = self.folder / "ap.toml"
        self.configure()
        inbox = self.folder / "in"
        inbox.mkdir()
        fine = next(ROOT.glob("examples/inbox/11-*.xml")).read_text()
        wrong = re.sub(r"(TaxInclusiveAmount[^>]*>)[0-9]*", r"\g<1>9999", fine, count=1)
        (inbox / "wrong.xml").write_text(wrong.replace("<cbc:ID>", "<cbc:ID>X", 1))
        for path in [inbox, *inbox.iterdir()]:
            os.chmod(path, 0o755)
        self.pipe()
        self.wrong = self.id_of("wrong.xml")

    def configure(self, limits=("EUR=100000",), variances=("any",), adjustments=("EUR=10000",), policy=""):
        roles = "\n".join(f'{role} = ["{group}"]' for role, group in ROLES.items())
        quoted = ", ".join(f'"{limit}"' for limit in limits)
        self.config.write_text('[validate]\nrequired_controls = ["arithmetic", "identifiers", "data", "dates"]\n'
                               f"rules = \"none\"\n{policy}\n[authority]\n{roles}\nlimits = [{quoted}]\n"
                               f"variances = {list(variances)}\nadjustments = {list(adjustments)}\n")
        os.chmod(self.config, 0o644)

    def run_as(self, who, *arguments, stdin="", config=True, more=None):
        uid, roles = PEOPLE[who]
        groups = [SHARED, *(grp.getgrnam(ROLES[role]).gr_gid for role in roles)]
        environment = {"PATH": "/usr/bin:/bin", "HOME": str(self.folder / "home"), "AP_STORE": f"sqlite:{self.store}",
                       "AP_BLOBS": f"dir:{self.folder}/blobs", "AP_AS_OF": "2026-11-22", **(more or {})}
        if config:
            environment["AP_CONFIG"] = str(self.config)
        return subprocess.run([str(BIN / arguments[0]), *map(str, arguments[1:])], input=stdin.encode(), user=uid,
                              group=SHARED, extra_groups=groups, umask=0o007, env=environment, capture_output=True)

    def pipe(self):
        self.assertEqual(self.run_as("service", "ap-ingest", "-q", self.folder / "in").returncode, 0)
        self.assertLessEqual(self.run_as("service", "ap-extract", "--pending").returncode, 1)
        self.assertLessEqual(self.run_as("service", "ap-validate", "--pending").returncode, 1)

    def sql(self, text):
        with sqlite3.connect(self.store) as database:
            return database.execute(text).fetchall()

    def id_of(self, name):
        return self.sql(f"SELECT id FROM documents WHERE json_extract(record, '$.source.name') = '{name}'")[0][0]

    def route(self):
        return self.sql(f"SELECT route FROM documents WHERE id = '{self.wrong}'")[0][0]

    def refused(self, run, *words, code=77):
        said = run.stderr.decode()
        self.assertEqual(run.returncode, code, said)
        for word in words:
            self.assertIn(word, said)

    def correct(self, who="anna"):
        run = self.run_as(who, "ap-review", "correct", self.wrong, "totals.gross=1208.25")
        self.assertEqual(run.returncode, 1, run.stderr.decode())
        self.assertEqual(self.route(), "review")

    def test_roles_bind_and_a_refusal_says_who_what_and_what_to_do(self):
        wrong = self.wrong
        self.refused(self.run_as("anna", "ap-review", "approve", wrong, "--reason", "x"), "uid 61002",
                     "the role approver (group staff)", "only clerk", "ask somebody who has it")
        self.refused(self.run_as("bert", "ap-review", "correct", wrong, "buyer.name=x"), "uid 61003", "role clerk")
        for act in (["approve", wrong], ["reject", wrong, "--reason", "x"], ["correct", wrong, "buyer.name=x"],
                    ["assign", wrong, "root"], ["release", wrong], ["reopen", wrong]):
            self.refused(self.run_as("audra", "ap-review", *act), "uid 61005", "auditor, which only reads")
            self.refused(self.run_as("nora", "ap-review", *act), "uid 61007")
        self.refused(self.run_as("chief", "ap-review", "approve", wrong, "--reason", "x"), "configures and does not decide")
        for look in (["list"], ["show", wrong], ["sod"], ["worklist", "export"]):
            self.assertLessEqual(self.run_as("audra", "ap-review", *look).returncode, 1)
        self.refused(self.run_as("nora", "ap-review", "list"), "no role")
        vendors = self.run_as("anna", "ap-validate", "import", "--example", "vendors").stdout.decode()
        self.refused(self.run_as("anna", "ap-validate", "import", "vendors", "-", stdin=vendors), "administrator")
        self.assertLessEqual(self.run_as("adam", "ap-validate", "import", "vendors", "-", stdin=vendors).returncode, 1)
        self.refused(self.run_as("adam", "ap-review", "forget", "name:X"), code=66)
        self.refused(self.run_as("bert", "ap-export", "--void", "B000001", "--reason", "x"), "administrator")
        self.refused(self.run_as("bert", "ap-health", "retention", "dispose"), "administrator")
        self.refused(self.run_as("audra", "ap-health", "retention", "hold", self.wrong, "--reason", "x"), "administrator")
        self.assertEqual(self.run_as("adam", "ap-health", "retention", "hold", self.wrong, "--reason", "x").returncode, 0)
        self.assertEqual(self.route(), "review")

    def test_limits_are_in_the_currency_of_the_document_and_none_is_no_permission(self):
        approve = ("bert", "ap-review", "approve", self.wrong, "--reason", "x")
        for limits, words in ((["EUR=9999.24"], "above the limit of 9999.24 EUR"), (["USD=1000000"], "no limit in EUR")):
            self.configure(limits)
            self.refused(self.run_as(*approve), "uid 61003", words)
        self.configure(["EUR=9999.25"])
        self.assertEqual(self.run_as(*approve).returncode, 0)

    def test_amounts_are_adjusted_and_variances_accepted_up_to_a_limit(self):
        self.configure(adjustments=["EUR=8790.99", "@users:EUR=8791.00"])
        self.correct()                                           # 9999.25 to 1208.25, in the group users
        self.configure(adjustments=["EUR=8790.99", "uid 61004:EUR=any"])
        self.refused(self.run_as("anna", "ap-review", "correct", self.wrong, "totals.gross=1208.24"), "uid 61002",
                     "from 9999.25 to 1208.24", "up to 8790.99 EUR", "ask uid 61004")
        self.refused(self.run_as("anna", "ap-review", "correct", self.wrong, "totals.gross=1.00",
                                 more={"AP_AUTHORITY_ADJUSTMENTS": "EUR=any"}), "no variable says who may do what", code=78)
        self.assertEqual(self.run_as("both", "ap-review", "correct", self.wrong, "totals.gross=9999.25").returncode, 1)
        approve = ("bert", "ap-review", "approve", self.wrong, "--reason", "x")
        for variances, words in (["10"], "up to 10 %"), (["10", "uid 61004:any"], "ask uid 61004"):
            self.configure(variances=variances)
            self.refused(self.run_as(*approve), "with TOTAL_MISMATCH", words)
        self.configure(variances=["10", "@staff:any"])
        self.assertEqual(self.run_as(*approve).returncode, 0)

    def test_an_edited_pipe_changes_no_amount(self):
        record = self.run_as("anna", "ap-review", "show", "--json", self.wrong).stdout.decode()
        edited = record.replace("9999.25", "1208.25")
        self.assertNotEqual(edited, record)
        for text, options in ((edited, ["--again"]), (edited.replace('"state":"validated"', '"state":"extracted"'), []),
                              (edited.replace('"state":"validated"', '"state":"extracted"'), ["--again"])):
            run = self.run_as("anna", "ap-validate", *options, stdin=text)
            self.assertLessEqual(run.returncode, 1, run.stderr.decode())
            self.assertEqual(self.sql("SELECT json_extract(record, '$.invoice.totals.gross') FROM documents "
                                      f"WHERE id = '{self.wrong}'")[0][0], "9999.25")
        self.assertEqual(self.route(), "review")

    def test_a_gate_waits_for_its_role_and_the_store_holds_that_too(self):
        policy = self.folder / "policy.toml"
        policy.write_text('[policy]\nname = "p"\nversion = "1"\n[[gate]]\nname = "LARGE"\nwhen = ["total > 1000"]\n'
                          'action = "approval"\nrole = "operator"\n')
        os.chmod(policy, 0o644)
        self.configure(policy=f'policy = "{policy}"')
        self.run_as("service", "ap-validate", "--pending", "--again")
        approve = ("ap-review", "approve", self.wrong, "--reason", "x")
        for config in (True, False):
            self.refused(self.run_as("bert", *approve, config=config), "uid 61003", "the group operator")
        # By SQL: by itself, and by one who puts in a function that vouches for the name.
        for vouch in (False, True):
            with sqlite3.connect(self.store) as database:
                if vouch:
                    database.create_function("ap_acts_as", 1, lambda name: 1)
                    database.create_function("ap_stands_for", 1, lambda role: 0)
                seq = database.execute("SELECT max(seq) + 1 FROM events").fetchone()[0]
                for detail in ('{"as":["operator"]}', "{}"):
                    with self.assertRaises(sqlite3.Error):
                        database.execute("INSERT INTO events (seq, document_id, at_ms, actor, kind, detail, record_hash, hash) "
                                         "VALUES (?, ?, 1, 'uid 61003', 'approved', ?, ?, ?)",
                                         (seq, self.wrong, detail, "a" * 64, "a" * 64))
                        database.execute("UPDATE documents SET event = ?, route = 'approve', record = "
                                         "json_set(record, '$.decision.route', 'approve') WHERE id = ?", (seq, self.wrong))
                database.rollback()
        self.assertEqual(self.route(), "review")
        # Who is in the group may, and the journal says in which role.
        policy.write_text(policy.read_text().replace('"operator"', '"staff"'))
        self.run_as("service", "ap-validate", "--pending", "--again")
        self.assertEqual(self.run_as("bert", *approve).returncode, 0)
        self.assertIn('"as":["staff"]', self.sql("SELECT detail FROM events WHERE kind = 'approved'")[0][0])

    def test_nobody_gives_himself_a_role(self):
        self.refused(self.run_as("anna", "ap-review", "list", more={"AP_AUTHORITY_APPROVERS": "games"}),
                     "no variable says who may do what", code=78)
        # Names in variables change nothing: the user is the user.
        self.refused(self.run_as("anna", "ap-review", "approve", self.wrong, "--reason", "x",
                                 more={"USER": "bert", "LOGNAME": "bert", "SUDO_USER": "bert"}), "uid 61002")

    def test_four_eyes_hold_through_every_command(self):
        self.correct("both")
        self.refused(self.run_as("both", "ap-review", "approve", self.wrong), "four eyes")
        self.refused(self.run_as("both", "ap-review", "approve", self.wrong, config=False), "four eyes")
        self.refused(self.run_as("both", "ap-review", "approve", self.wrong, more={"AP_REVIEW_FOUR_EYES": "false"}),
                     "four eyes")
        self.refused(self.run_as("both", "ap-review", "approve", "--max", "5000"), "four eyes")
        table = self.run_as("both", "ap-review", "worklist", "export", "--format", "ndjson").stdout.decode()
        table = table.replace('"action":""', '"action":"approve"')
        self.refused(self.run_as("both", "ap-review", "worklist", "import", "-", stdin=table), "four eyes")
        for who in ("both", "service"):
            self.run_as(who, "ap-validate", "--pending", "--again")
            self.assertEqual(self.route(), "review")
        record = self.run_as("both", "ap-review", "show", "--json", self.wrong).stdout.decode()
        forged = record.replace('"route":"review"', '"route":"approve"')
        self.assertNotEqual(record, forged)
        self.run_as("both", "ap-validate", stdin=forged)
        self.run_as("both", "ap-validate", "--again", stdin=forged.replace('"approvals":[]', '"approvals":[{"actor":"bert",'
                    '"action":"approve","reason":"","at":"2026-11-22T10:00:00Z"}]'))
        self.assertEqual(self.route(), "review")
        self.run_as("both", "ap-export", "--output", self.folder / "out", stdin=forged)
        self.run_as("service", "ap-export", "--pending", "--output", self.folder / "out")
        self.run_as("both", "ap-extract", "--pending", "--again")
        self.run_as("both", "ap-validate", "--pending")
        self.assertEqual(self.route(), "review")
        exported = self.sql(f"SELECT count(*) FROM batch_documents WHERE document_id = '{self.wrong}'")
        self.assertEqual(exported, [(0,)])

    def test_another_person_approves_what_was_corrected(self):
        self.correct()
        run = self.run_as("bert", "ap-review", "approve", self.wrong)
        self.assertEqual(run.returncode, 0, run.stderr.decode())
        self.assertEqual(self.route(), "approve")
        self.run_as("service", "ap-export", "--pending", "--output", self.folder / "out")
        self.assertEqual(self.sql(f"SELECT state FROM documents WHERE id = '{self.wrong}'"), [("exported",)])

    def test_four_eyes_hold_by_sql_as_the_service_user(self):
        self.correct()
        document = self.wrong
        digest = "'" + "a" * 64 + "'"
        events = "INSERT INTO events (seq, document_id, at_ms, actor, kind, record_hash, hash) SELECT max(seq) + 1, "
        approved = "json_set(record, '$.decision.route', 'approve')"
        attempts = [f"UPDATE documents SET route = 'approve' WHERE id = '{document}'",
                    f"UPDATE documents SET route = 'approve', record = {approved}, event = (SELECT max(seq) FROM events "
                    f"WHERE document_id = '{document}') WHERE id = '{document}'",
                    f"UPDATE documents SET record = {approved} WHERE id = '{document}'",
                    *(f"{events} '{document}', 1, '{actor}', '{kind}', {digest}, {digest} FROM events"
                      for actor in ("uid 61002", "uid 61003", "uid 61001") for kind in ("approved", "validated")),
                    "UPDATE events SET actor = 'uid 61009' WHERE kind = 'corrected'",
                    "DELETE FROM events WHERE kind = 'corrected'",
                    f"INSERT INTO batch_documents (batch, position, document_id, record) SELECT 1, 0, id, record "
                    f"FROM documents WHERE id = '{document}'"]
        for attempt in attempts:
            code = ("import sqlite3, sys\nd = sqlite3.connect(sys.argv[1])\n"
                    "d.execute(sys.argv[2])\nd.commit()\n")
            run = subprocess.run(["/usr/bin/python3", "-c", code, str(self.store), attempt], user=PEOPLE["service"][0],
                                 group=SHARED, extra_groups=[SHARED], capture_output=True)
            self.assertNotEqual(run.returncode, 0, attempt)
            self.assertEqual(self.route(), "review", attempt)
        # One who puts in the missing function meets the next wall: his own approval, and the chain of hashes.
        with sqlite3.connect(self.store) as database:
            database.create_function("ap_acts_as", 1, lambda name: 1)
            with self.assertRaises(sqlite3.Error):
                database.execute(f"{events} '{document}', 1, 'uid 61002', 'approved', {digest}, {digest} FROM events")
        self.assertEqual(self.run_as("service", "ap-health", "journal", "verify").returncode, 0)

    def test_conflicting_duties_are_reported(self):
        self.correct()
        self.run_as("bert", "ap-review", "approve", self.wrong)
        report = self.run_as("audra", "ap-review", "sod")
        self.assertEqual(report.returncode, 1, report.stderr.decode())
        did = [line for line in report.stdout.decode().split("could,")[0].splitlines() if line.startswith("  ")]
        # Four eyes held; that these users have no names here, so that nobody can say what they may, is told.
        self.assertEqual(len(did), 2, did)
        for line in did:
            self.assertIn("acted-without-role", line)


if __name__ == "__main__":
    unittest.main()

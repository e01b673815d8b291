#!/usr/bin/python3
"""Bad input is everyday input: one clear record each, and the next document is done."""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

from pipeline import BIN, ROOT, Place, records

sys.path.insert(0, str(ROOT / "tests" / "generator"))


def good_document():
    return next(p for p in sorted((ROOT / "examples" / "inbox").rglob("*.xml")) if p.is_file())


class BadInput(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="ap-hostile-")
        subprocess.run([sys.executable, str(ROOT / "tests" / "generator" / "hostile.py"), cls.folder, "--sparse"],
                       check=True, stdout=subprocess.DEVNULL)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder, ignore_errors=True)

    def files(self):
        found = (os.path.join(d, f) for d, _, names in os.walk(self.folder) for f in names if not f.endswith(".ndjson"))
        return sorted(path for path in found if os.path.isfile(path))

    def test_every_bad_file_gives_a_record_and_the_good_one_after_it_is_read(self):
        with Place() as place:
            bad, good = self.files(), str(good_document())
            code, out, error = place.run("ap-extract", "--jobs", "2", *(part for path in bad for part in (path, good)))
            found = records(out)
            self.assertEqual(len(found), 2 * len(bad), error)
            self.assertEqual(code, 1)
            for path, record, after in zip(bad, found[::2], found[1::2]):
                with self.subTest(os.path.relpath(path, self.folder)):
                    self.assertEqual(after["state"], "extracted", after.get("findings"))
                    if record["state"] == "failed":
                        self.assertTrue(record["findings"][0]["message"], record)

    def test_ingest_conserves_counts(self):
        with Place() as place:
            for path in self.files():
                if os.path.getsize(path) < 1 << 28:
                    shutil.copy(path, place.inbox)
            code, out, error = place.run("ap-ingest", "inbox")
            found = records(out)
            top = [r for r in found if not r["source"].get("parent")]
            self.assertEqual(len(top), len(list(place.inbox.iterdir())), error)
            self.assertEqual(code, 1)

    def test_a_folder_without_read_permission_is_named(self):
        with Place() as place:
            locked = place.inbox / "locked"
            locked.mkdir(mode=0o000)
            shutil.copy(good_document(), place.inbox / "good.xml")
            command = [str(BIN / "ap-ingest"), "inbox"]
            if os.geteuid() == 0:  # root reads everything: try as nobody
                subprocess.run(["chown", "-R", "nobody", str(place.root)], check=True)
                command = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", *command]
                if subprocess.run(["setpriv", "--reuid=nobody", "--clear-groups", "test", "-x", str(BIN / "ap-ingest")]).returncode:
                    self.skipTest("the programs are not readable by another user here")
            done = subprocess.run(command, env=place.env, cwd=place.root, capture_output=True)
            names = {r["source"]["name"]: r for r in records(done.stdout)}
            self.assertIn("good.xml", names, done.stderr)
            self.assertEqual(done.returncode, 1)
            self.assertTrue(any(r["id"] is None and "locked" in r["source"]["name"] for r in names.values()), names.keys())

    def test_broken_lines_on_standard_input(self):
        with Place() as place:
            _, good, _ = place.run("ap-extract", good_document())
            broken = b'{"schema":\nnot json\n' + good + b"[]\n"
            code, out, _ = place.run("ap-validate", "--store", "none", stdin=broken)
            found = records(out)
            self.assertEqual([r["id"] is None for r in found], [True, True, False, True])
            self.assertEqual(code, 1)
            code, out, _ = place.run("ap-validate", "--store", "none", stdin=b"nothing\nof it\n")
            self.assertEqual((code, len(records(out))), (65, 2))

    def test_a_closed_pipe_is_quiet(self):
        with Place() as place:
            _, good, _ = place.run("ap-extract", good_document())
            line = (place.root / "many.ndjson")
            line.write_bytes(good * 2000)
            script = f'"$0" --store none < many.ndjson | head -n 1 > /dev/null; echo ${{PIPESTATUS[0]}}'
            done = subprocess.run(["bash", "-c", script, str(BIN / "ap-validate")], env=place.env, cwd=place.root,
                                  capture_output=True)
            self.assertEqual((done.stdout.strip(), done.stderr), (b"141", b""))

    def test_a_missing_file_is_named(self):
        with Place() as place:
            code, out, error = place.run("ap-extract", "missing.pdf")
            self.assertEqual(code, 66)
            self.assertIn(b"missing.pdf", error + out)


if __name__ == "__main__":
    unittest.main()

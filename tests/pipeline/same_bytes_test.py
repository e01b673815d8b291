#!/usr/bin/python3
"""The same documents give the same bytes, whatever the number of jobs and whichever way the stages are chained."""
import os
import shutil
import unittest

from pipeline import ROOT, Place, exported, normalised_lines, records


def fill(place):
    for path in sorted((ROOT / "examples" / "inbox").rglob("*")):
        if path.is_file():
            target = place.inbox / path.relative_to(ROOT / "examples" / "inbox")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
            # Arrival is named by modification time too: keep it the same in every run.
            os.utime(target, (1_700_000_000, 1_700_000_000))


def piped(jobs):
    """The stages as a pipe: their last output and the exported files."""
    with Place() as place:
        fill(place)
        out, _ = place.pipe(("ap-ingest", "inbox", "--jobs", jobs), ("ap-extract", "--jobs", jobs),
                            ("ap-validate", "--jobs", jobs), ("ap-export", "--format", "csv", "--output", "out"))
        return normalised_lines(out), exported(place.out)


def scheduled():
    """The stages one after the other against the store."""
    with Place() as place:
        fill(place)
        place.pipe(("ap-ingest", "inbox"))
        extracted, _ = place.pipe(("ap-extract", "--pending"))
        validated, _ = place.pipe(("ap-validate", "--pending"))
        place.pipe(("ap-export", "--pending", "--format", "csv", "--output", "out"))
        return records(validated), exported(place.out)


class SameBytes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.one_records, cls.one_files = piped(1)

    def test_one_job_and_four_jobs(self):
        four_records, four_files = piped(4)
        self.assertEqual(self.one_records, four_records)
        self.assertEqual(self.one_files, four_files)

    def test_pipe_and_pending(self):
        _, files = scheduled()
        self.assertEqual(self.one_files, files)

    def test_something_was_exported(self):
        rows = [data for name, data in self.one_files.items() if name.endswith(".csv")]
        self.assertTrue(rows and rows[0].count(b"\r\n") > 5, self.one_files.keys())

    def test_running_again_exports_nothing_new(self):
        with Place() as place:
            fill(place)
            stages = (("ap-ingest", "inbox"), ("ap-extract",), ("ap-validate",),
                      ("ap-export", "--format", "csv", "--output", "out"))
            place.pipe(*stages)
            before = exported(place.out)
            again, _ = place.pipe(*stages)
            self.assertEqual(again, b"")
            self.assertEqual(before, exported(place.out))


if __name__ == "__main__":
    unittest.main()

#include "stages/ingest.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>

#include "adapters/memory/blob_store.h"
#include "adapters/memory/store.h"
#include "adapters/system/files.h"
#include "core/error.h"
#include "record/codec.h"
#include "support/fixed_clock.h"
#include "support/plain_reader.h"
#include "support/temp_folder.h"

namespace {

using namespace ap;

// A place where documents are taken in, over and over.
struct Inbox {
  test::TempFolder folder;
  system::SystemFiles files;
  test::PlainReader reader;
  test::FixedClock clock;
  memory::MemoryStore store;
  memory::MemoryBlobStore blobs;
  IngestOptions options;
  bool with_store = true;
  std::string piped;

  std::string put(const std::string& name, std::string_view bytes) {
    test::write_file(folder / name, bytes);
    return folder / name;
  }

  struct Outcome {
    std::vector<Record> records;
    IngestSummary summary;
    std::vector<std::string> notices;
  };

  Outcome run(std::vector<std::string> inputs = {}) {
    if (inputs.empty()) inputs = {folder / "in"};
    Outcome outcome;
    IngestPorts ports{.files = files, .reader = reader, .clock = clock};
    if (with_store) ports.store = &store, ports.blobs = &blobs;
    ports.standard_input = [&](std::uint64_t) { return piped; };
    ports.record = [&](const Record& record) { outcome.records.push_back(record); };
    ports.notice = [&](std::string_view text) { outcome.notices.emplace_back(text); };
    outcome.summary = ingest_inputs(inputs, ports, options);
    CHECK(outcome.summary.balanced());
    return outcome;
  }
};

std::string names(const std::vector<Record>& records) {
  std::string all;
  for (const auto& record : records) all += (all.empty() ? "" : " ") + record.source.name;
  return all;
}

}  // namespace

TEST_CASE("a folder is taken in once, recursively and in order of names") {
  Inbox inbox;
  inbox.put("in/b.pdf", "%PDF b");
  inbox.put("in/a/z.xml", "<z>");
  inbox.put("in/c.pdf", "%PDF c");
  auto first = inbox.run();
  CHECK(names(first.records) == "z.xml b.pdf c.pdf");
  CHECK(first.summary.taken == 3);
  CHECK(first.records[0].source.media_type == "application/xml");
  CHECK(first.records[0].source.path == inbox.folder / "in/a/z.xml");
  CHECK(first.records[1].state == State::received);
  CHECK(inbox.blobs.get(first.records[1].id) == "%PDF b");
  CHECK(inbox.store.find(first.records[1].id) == first.records[1]);
  auto second = inbox.run();
  CHECK(second.records.empty());
  CHECK(second.summary.known == 3);
}

TEST_CASE("known bytes by a new way are a duplicate, and the first document is untouched") {
  Inbox inbox;
  inbox.put("in/a.pdf", "%PDF a");
  auto first = inbox.run().records.at(0);
  inbox.put("in/copy.pdf", "%PDF a");
  auto outcome = inbox.run();
  REQUIRE(outcome.records.size() == 1);
  CHECK(outcome.records[0].source.name == "copy.pdf");
  CHECK(outcome.records[0].route() == Route::duplicate);
  CHECK(outcome.records[0].decision->duplicate_of == first.id);
  CHECK(outcome.records[0].findings.at(0).message.find("a.pdf") != std::string::npos);
  CHECK(inbox.store.find(first.id) == first);
  CHECK(inbox.run().summary.known == 2);
}

TEST_CASE("repeats within a run are found without a store too") {
  Inbox inbox;
  inbox.with_store = false;
  inbox.put("in/a.pdf", "%PDF a");
  inbox.put("in/b.pdf", "%PDF a");
  auto outcome = inbox.run();
  CHECK(outcome.summary.taken == 1);
  CHECK(outcome.summary.duplicate == 1);
  CHECK(outcome.records[1].route() == Route::duplicate);
}

TEST_CASE("what is refused is a record that says why and what to do") {
  Inbox inbox;
  std::string code, text;
  SUBCASE("an empty file") { inbox.put("in/x", ""), code = "UNREADABLE", text = "empty"; }
  SUBCASE("an unknown type") { inbox.put("in/x", "PK\3\4"), code = "UNSUPPORTED_TYPE", text = "type"; }
  SUBCASE("a locked PDF") { inbox.put("in/x", "%PDF-locked"), code = "ENCRYPTED", text = "password"; }
  auto outcome = inbox.run();
  REQUIRE(outcome.records.size() == 1);
  const auto& record = outcome.records[0];
  CHECK(record.state == State::failed);
  CHECK(record.route() == Route::reject);
  CHECK(record.id.size() == 64);
  REQUIRE(record.findings.size() == 1);
  CHECK(record.findings[0].set == "intake");
  CHECK(record.findings[0].rule == code);
  CHECK(record.findings[0].message.find("x") == 0);
  CHECK(record.findings[0].message.find(text) != std::string::npos);
  CHECK(inbox.store.find(record.id)->state == State::failed);
  CHECK(inbox.run().summary.known == 1);
}

TEST_CASE("what cannot be read at all has no id, and the next is done") {
  Inbox inbox;
  inbox.put("in/good.pdf", "%PDF");
  auto outcome = inbox.run({inbox.folder / "none.pdf", inbox.folder / "in"});
  REQUIRE(outcome.records.size() == 2);
  CHECK(outcome.records[0].id.empty());
  CHECK(outcome.records[0].source.name == "none.pdf");
  CHECK(outcome.records[0].findings.at(0).rule == "UNREADABLE");
  CHECK(outcome.records[1].state == State::received);
  CHECK(outcome.summary.missing == 1);
}

TEST_CASE("a file over the limit is refused without being read") {
  Inbox inbox;
  auto path = inbox.put("in/huge.pdf", "%PDF");
  REQUIRE(::truncate(path.c_str(), 2LL << 30) == 0);
  auto outcome = inbox.run();
  REQUIRE(outcome.records.size() == 1);
  CHECK(outcome.records[0].findings.at(0).rule == "RESOURCE_LIMIT");
  CHECK(outcome.records[0].source.bytes == std::uint64_t(2) << 30);
}

TEST_CASE("the size limit holds on its very edge") {
  Inbox inbox;
  inbox.options.prepare.document_bytes = 6;
  inbox.put("in/a.pdf", "%PDF 6");
  inbox.put("in/b.pdf", "%PDF 67");
  auto outcome = inbox.run();
  CHECK(outcome.records[0].state == State::received);
  CHECK(outcome.records[1].state == State::failed);
}

TEST_CASE("a mail comes in as a record of its own and one for each attachment") {
  Inbox inbox;
  inbox.put("in/m.eml", "Mail <m@x>\ninvoice.pdf=%PDF 1\nlogo=png\n../../etc/terms.doc=PK");
  auto outcome = inbox.run();
  REQUIRE(outcome.records.size() == 3);
  const auto& [mail, invoice, terms] = std::tie(outcome.records[0], outcome.records[1], outcome.records[2]);
  CHECK(mail.state == State::validated);
  CHECK_FALSE(mail.route());
  CHECK(mail.source.media_type == "message/rfc822");
  CHECK(mail.source.dropped.at(0).reason == "small inline picture");
  CHECK(invoice.state == State::received);
  CHECK(invoice.source.parent == mail.id);
  CHECK(invoice.source.channel == "mail");
  CHECK(invoice.source.mail->message_id == "<m@x>");
  CHECK(terms.source.name == "terms.doc");
  CHECK(terms.state == State::failed);
  CHECK(inbox.run().summary.known == 1);
}

TEST_CASE("a mail without anything to take is refused") {
  Inbox inbox;
  inbox.put("in/m.eml", "Mail <m@x>\nlogo=png");
  auto record = inbox.run().records.at(0);
  CHECK(record.state == State::failed);
  CHECK(record.findings.at(0).rule == "UNSUPPORTED_TYPE");
}

TEST_CASE("mails inside mails are followed, and not for ever") {
  Inbox inbox;
  inbox.put("in/m.eml", "Mail <m@x>\ninner.eml=Mail <n@x>");
  auto outcome = inbox.run();
  CHECK(names(outcome.records) == "m.eml inner.eml");
  CHECK(outcome.records[1].source.parent == outcome.records[0].id);
  inbox.options.prepare.mail_depth = 1;
  inbox.put("in/o.eml", "Mail <o@x>\ninner.eml=Mail <p@x>");
  CHECK(inbox.run().records.at(1).findings.at(0).rule == "RESOURCE_LIMIT");
}

TEST_CASE("the same attachment of the same mail is no news, whichever copy of the mail brings it") {
  Inbox inbox;
  inbox.put("in/m.eml", "Mail <m@x>\na.pdf=%PDF 1\n");
  inbox.run();
  inbox.put("in/other.eml", "Mail <m@x>\na.pdf=%PDF 1\nb.pdf=%PDF 2");
  auto outcome = inbox.run();
  CHECK(names(outcome.records) == "other.eml b.pdf");
  CHECK(outcome.summary.known == 2);
}

TEST_CASE("an mbox is a folder in one file: its messages are the inputs, also when it grows") {
  Inbox inbox;
  inbox.put("in/box", "Mbox\nMail <1@x>\na.pdf=%PDF 1\n---\nMail <2@x>\nb.pdf=%PDF 2\n");
  auto first = inbox.run();
  CHECK(names(first.records) == "box#1 a.pdf box#2 b.pdf");
  CHECK(first.summary.inputs == 4);
  inbox.put("in/box", "Mbox\nMail <1@x>\na.pdf=%PDF 1\n---\nMail <2@x>\nb.pdf=%PDF 2\n---\nMail <3@x>\nc.pdf=%PDF 3\n");
  CHECK(names(inbox.run().records) == "box#3 c.pdf");
}

TEST_CASE("a Maildir gives its mails, and a mail that was read is still the same arrival") {
  Inbox inbox;
  for (auto sub : {"cur", "new", "tmp"}) inbox.files.make_folder(inbox.folder / (std::string("in/box/") + sub));
  inbox.put("in/box/new/17.host", "Mail <m@x>\na.pdf=%PDF 1");
  inbox.put("in/box/tmp/18.host", "Mail <n@x>\nb.pdf=%PDF 2");
  CHECK(names(inbox.run().records) == "17.host a.pdf");
  inbox.files.move(inbox.folder / "in/box/new/17.host", inbox.folder / "in/box/cur/17.host:2,S");
  auto second = inbox.run();
  CHECK(second.records.empty());
  CHECK(second.summary.known == 1);
}

TEST_CASE("standard input is one document, and the same bytes again are no news") {
  Inbox inbox;
  inbox.piped = "%PDF 1";
  auto record = inbox.run({"-"}).records.at(0);
  CHECK(record.source.channel == "stdin");
  CHECK(record.source.path.empty());
  CHECK(inbox.run({"-"}).summary.known == 1);
}

TEST_CASE("files that are still being written wait, unless they are named") {
  Inbox inbox;
  auto path = inbox.put("in/a.pdf", "%PDF");
  inbox.options.settle_ms = 10'000;
  inbox.clock.now = inbox.files.info(path)->modified_ns / 1'000'000 + 9'000;
  auto waiting = inbox.run();
  CHECK(waiting.summary.settling == 1);
  CHECK(waiting.records.empty());
  CHECK(waiting.notices.at(0).find("a.pdf") != std::string::npos);
  CHECK(inbox.run({path}).summary.taken == 1);
  inbox.put("in/b.pdf", "%PDF b");
  inbox.clock.now = inbox.files.info(inbox.folder / "in/b.pdf")->modified_ns / 1'000'000 + 10'001;
  CHECK(inbox.run().summary.taken == 1);
}

TEST_CASE("names of files that are not finished are passed over in folders, and taken when named") {
  Inbox inbox;
  for (auto name : {"in/a.pdf.part", "in/b.filepart", "in/c.tmp", "in/d.crdownload", "in/e.pdf~", "in/.f.pdf"})
    inbox.put(name, std::string("%PDF ") + name);
  auto outcome = inbox.run();
  CHECK(outcome.summary.inputs == 0);
  CHECK(outcome.summary.passed_over == 6);
  CHECK(inbox.run({inbox.folder / "in/c.tmp"}).summary.taken == 1);
}

TEST_CASE("a link to its own folder does not go round for ever") {
  Inbox inbox;
  inbox.put("in/a.pdf", "%PDF");
  REQUIRE(::symlink((inbox.folder / "in").c_str(), (inbox.folder / "in/loop").c_str()) == 0);
  CHECK(inbox.run().summary.inputs == 1);
}

TEST_CASE("folders beyond the depth limit are refused by name") {
  Inbox inbox;
  inbox.options.folder_depth = 1;
  inbox.put("in/1/a.pdf", "%PDF a");
  inbox.put("in/1/2/b.pdf", "%PDF b");
  auto outcome = inbox.run();
  REQUIRE(outcome.records.size() == 2);
  CHECK(outcome.records[0].findings.at(0).rule == "RESOURCE_LIMIT");
  CHECK(outcome.records[1].source.name == "a.pdf");
}

TEST_CASE("with --after, a source goes only when its bytes are kept") {
  Inbox inbox;
  auto path = inbox.put("in/a.pdf", "%PDF");
  SUBCASE("delete") {
    inbox.options.after = After::erase;
    auto record = inbox.run().records.at(0);
    CHECK_FALSE(inbox.files.info(path));
    CHECK(inbox.blobs.get(record.id) == "%PDF");
  }
  SUBCASE("archive, without ever replacing") {
    inbox.options.after = After::archive;
    inbox.options.archive_folder = inbox.folder / "done";
    inbox.run();
    CHECK(test::read_file(inbox.folder / "done/2026-11-25/a.pdf") == "%PDF");
    inbox.put("in/a.pdf", "%PDF other");
    inbox.run();
    CHECK(test::read_file(inbox.folder / "done/2026-11-25/a.pdf~2") == "%PDF other");
  }
  SUBCASE("a known arrival, left by a run that died, goes too") {
    inbox.run();
    inbox.options.after = After::erase;
    CHECK(inbox.run().summary.known == 1);
    CHECK_FALSE(inbox.files.info(path));
  }
  SUBCASE("a file changed behind its size and time stays") {
    inbox.run();
    struct stat before;
    REQUIRE(::stat(path.c_str(), &before) == 0);
    test::write_file(path, "%PDX");
    std::array<timespec, 2> times{before.st_atim, before.st_mtim};
    REQUIRE(::utimensat(AT_FDCWD, path.c_str(), times.data(), 0) == 0);
    inbox.options.after = After::erase;
    inbox.run();
    CHECK(inbox.files.info(path));
  }
  SUBCASE("an mbox goes when all its messages are kept") {
    auto box = inbox.put("in/box", "Mbox\nMail <1@x>\na.pdf=%PDF 1\n");
    inbox.options.after = After::erase;
    inbox.run();
    CHECK_FALSE(inbox.files.info(box));
  }
  SUBCASE("without a place to keep the originals it is refused") {
    inbox.options.after = After::erase;
    inbox.with_store = false;
    CHECK_THROWS_AS(inbox.run(), Error);
    CHECK(inbox.files.info(path));
  }
}

TEST_CASE("the output does not depend on the number of jobs") {
  auto lines = [](int jobs) {
    Inbox inbox;
    inbox.options.jobs = jobs;
    for (int i = 0; i < 40; ++i) inbox.put("in/" + std::to_string(i), i % 3 ? "%PDF " + std::to_string(i / 2) : "?");
    std::string all;
    for (auto record : inbox.run().records) {
      record.trace_id.clear();
      record.source.path.clear();
      for (auto& finding : record.findings) finding.message.clear();
      all += to_json_line(record) + "\n";
    }
    return all;
  };
  CHECK(lines(1) == lines(4));
}

TEST_CASE("a dry run changes nothing") {
  Inbox inbox;
  inbox.put("in/a.pdf", "%PDF a");
  inbox.options.dry_run = true;
  inbox.options.after = After::erase;
  CHECK(inbox.run().summary.taken == 1);
  CHECK(inbox.run().summary.taken == 1);
  CHECK(inbox.files.info(inbox.folder / "in/a.pdf"));
}

TEST_CASE("a limit counts news only, so that the next run goes on") {
  Inbox inbox;
  for (auto name : {"in/a.pdf", "in/b.pdf", "in/c.pdf"}) inbox.put(name, std::string("%PDF ") + name);
  inbox.options.limit = 2;
  CHECK(names(inbox.run().records) == "a.pdf b.pdf");
  CHECK(names(inbox.run().records) == "c.pdf");
}

TEST_CASE("without a worker nothing is recorded, so that the next run takes it") {
  Inbox inbox;
  inbox.put("in/a.pdf", "%PDF a");
  inbox.reader.no_worker = true;
  CHECK_THROWS_AS(inbox.run(), Error);
  inbox.reader.no_worker = false;
  CHECK(inbox.run().summary.taken == 1);
}

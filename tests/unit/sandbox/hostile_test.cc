// Each "document" here takes its worker over (tests/support/hostile_worker.cc). Only that document may fail.
#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>
#include <thread>
#include <vector>

#include "adapters/sandbox/sandbox_reader.h"
#include "support/tiny_pdf.h"

namespace {

using ap::ReadFailureKind;

ap::ReadLimits tight_limits() {
  ap::ReadLimits limits;
  limits.memory_bytes = 1ull << 30;
  limits.cpu_seconds = 20;
  limits.cpu_seconds_per_page = 1;
  limits.wall_seconds_per_page = 120;
  return limits;
}

std::unique_ptr<ap::SandboxReader> open_reader(const ap::ReadLimits& limits = tight_limits()) {
  return ap::open_sandbox_reader({.worker = AP_TEST_WORKER, .limits = limits});
}

ap::ReadFailure failure_of(ap::Reader& reader, const std::string& deed) {
  auto result = reader.read_pages(ap::as_bytes("%HOSTILE " + deed), {});
  REQUIRE_FALSE(result);
  return result.error();
}

bool reads_well(ap::Reader& reader) {
  static const std::string pdf = ap::testing::build({.pages = {"Invoice RE-17 of the second of November"}});
  auto result = reader.read_pages(ap::as_bytes(pdf), {});
  return result && result->pages.size() == 1 && result->pages[0].words.size() == 7;
}

bool says(const ap::ReadFailure& failure, std::string_view text) {
  bool found = failure.message.find(text) != std::string::npos;
  if (!found) MESSAGE(failure.message);
  return found;
}

}  // namespace

TEST_CASE("a document that crashes its worker fails alone and with the signal named") {
  auto reader = open_reader();
  for (const char* deed : {"crash", "abort"}) {
    ap::ReadFailure failure = failure_of(*reader, deed);
    CHECK(failure.kind == ReadFailureKind::crashed);
    CHECK(failure.code() == "UNREADABLE");
    CHECK(says(failure, "crash"));
    CHECK(reads_well(*reader));
  }
}

TEST_CASE("of documents that were begun together only the one that crashes fails") {
  auto reader = open_reader();
  const std::string good =
      "<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2' "
      "xmlns:cbc='urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'><cbc:ID>RE-17</cbc:ID></"
      "Invoice>";
  const std::string documents[] = {good, "%HOSTILE crash", good, good, "%HOSTILE lie", good};
  std::vector<std::unique_ptr<ap::BegunReading>> begun;
  for (const std::string& document : documents) begun.push_back(reader->begin_einvoice(ap::as_bytes(document), {}));
  for (std::size_t i = 0; i < std::size(documents); ++i) {
    REQUIRE(begun[i]);
    auto reading = reader->finish_einvoice(std::move(begun[i]), ap::as_bytes(documents[i]), {});
    if (documents[i] == good) {
      REQUIRE(reading);
      CHECK(reading->invoice.number == "RE-17");
    } else {
      REQUIRE_FALSE(reading);
      CHECK(reading.error().kind == ReadFailureKind::crashed);
    }
  }
}

TEST_CASE("a document that was begun cannot change what lies beside it") {
  auto reader = open_reader();
  auto failure = [&](const std::string& deed) {
    const std::string document = "%HOSTILE " + deed;
    auto begun = reader->begin_einvoice(ap::as_bytes(document), {});
    REQUIRE(begun);
    auto reading = reader->finish_einvoice(std::move(begun), ap::as_bytes(document), {});
    REQUIRE_FALSE(reading);
    return reading.error();
  };
  ap::ReadFailure defaced = failure("deface");
  CHECK(defaced.kind == ReadFailureKind::crashed);
  CHECK(says(defaced, "Segmentation fault"));
  CHECK(says(failure("unlock"), "unlock: Permission denied"));
}

TEST_CASE("a document that loops is stopped by the limit on CPU time") {
  auto reader = open_reader();
  ap::ReadFailure failure = failure_of(*reader, "loop");
  CHECK(failure.kind == ReadFailureKind::resource_limit);
  CHECK(says(failure, "cpu_seconds_per_page = 1"));
  CHECK(reads_well(*reader));
}

TEST_CASE("a document that sleeps is stopped by the limit on elapsed time") {
  ap::ReadLimits limits = tight_limits();
  limits.wall_seconds_per_page = 1;
  ap::ReadFailure failure = failure_of(*open_reader(limits), "hang");
  CHECK(failure.kind == ReadFailureKind::timed_out);
  CHECK(failure.code() == "RESOURCE_LIMIT");
  CHECK(says(failure, "wall_seconds_per_page = 1"));
}

TEST_CASE("a document cannot hold the clock back by saying that it gets on") {
  ap::ReadLimits limits = tight_limits();
  limits.wall_seconds = 1;
  ap::ReadFailure failure = failure_of(*open_reader(limits), "stall");
  CHECK(failure.kind == ReadFailureKind::timed_out);
  CHECK(says(failure, "wall_seconds = 1"));
}

TEST_CASE("a document that eats memory is stopped by the limit on memory") {
  ap::ReadLimits limits = tight_limits();
  limits.cpu_seconds_per_page = 60;  // touching the memory takes time on a busy machine: memory must be what runs out
  auto reader = open_reader(limits);
  for (const char* deed : {"eat", "eat-politely"}) {
    ap::ReadFailure failure = failure_of(*reader, deed);
    CHECK(failure.kind == ReadFailureKind::resource_limit);
    CHECK(says(failure, "memory_bytes"));
    CHECK(reads_well(*reader));
  }
}

TEST_CASE("a document reaches no file, no network, no other program and no other process") {
  auto reader = open_reader();
  for (const char* deed : {"read-file", "write-file", "socket", "exec", "fork", "kill-parent"}) {
    CAPTURE(deed);
    ap::ReadFailure failure = failure_of(*reader, deed);
    bool refused =
        failure.message.ends_with("Operation not permitted") || failure.message.ends_with("Permission denied");
    CHECK_MESSAGE(refused, failure.message);
  }
  CHECK_FALSE(std::filesystem::exists("/tmp/ap-hostile"));
  CHECK(reads_well(*reader));
}

TEST_CASE("what a taken-over worker answers is not believed") {
  auto reader = open_reader();
  CHECK(says(failure_of(*reader, "lie"), "malformed"));
  CHECK(says(failure_of(*reader, "garbage"), "malformed"));
  CHECK(says(failure_of(*reader, "flood"), "output_bytes"));
  CHECK(failure_of(*reader, "leave").kind == ReadFailureKind::crashed);
  CHECK(reads_well(*reader));
}

TEST_CASE("documents side by side do not disturb each other") {
  auto reader = open_reader();
  std::atomic<int> good = 0, bad = 0;
  std::vector<std::jthread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 5; ++i) {
        if ((i + t) % 2 == 0) {
          good += reads_well(*reader);
        } else {
          bad += !reader->read_pages(ap::as_bytes("%HOSTILE crash"), {}).has_value();
        }
      }
    });
  }
  threads.clear();
  CHECK(good == 10);
  CHECK(bad == 10);
}

TEST_CASE("what a child missed is prepared before the next one, and a model before a child that will recognise print") {
  auto reader = open_reader();
  auto prepared = [&](const std::string& deed) {
    return reader->inspect(ap::as_bytes("%HOSTILE " + deed)).error().message;
  };
  CHECK(prepared("told") == "prepared: done");
  CHECK(prepared("wish") == "prepared: done");
  CHECK(prepared("told") == "prepared 90: done");
  CHECK(prepared("told") == "prepared 90: done");
  CHECK(failure_of(*reader, "told").message == "prepared 90 recognition: done");
}

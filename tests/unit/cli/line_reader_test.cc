#include "cli/line_reader.h"

#include <doctest/doctest.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <chrono>
#include <thread>

using namespace ap::cli;

namespace {

// A pipe with a writer, and a stop descriptor.
struct Pipe {
  int ends[2] = {-1, -1}, stop = eventfd(0, EFD_NONBLOCK);
  Pipe() { REQUIRE(pipe(ends) == 0); }
  ~Pipe() {
    close(ends[0]);
    finish();
    close(stop);
  }
  void send(const std::string& text) { REQUIRE(write(ends[1], text.data(), text.size()) == ssize_t(text.size())); }
  void finish() {
    if (ends[1] >= 0) close(ends[1]);
    ends[1] = -1;
  }
};

}  // namespace

TEST_CASE("lines come one by one, the last without its end") {
  Pipe pipe;
  pipe.send("one\n\nthree\nfour");
  pipe.finish();
  LineReader reader(pipe.ends[0], pipe.stop, 100);
  std::string line;
  for (const char* expected : {"one", "", "three", "four"}) {
    CHECK(reader.next(line) == LineStatus::line);
    CHECK(line == expected);
  }
  CHECK(reader.next(line) == LineStatus::end);
}

TEST_CASE("a line at the limit passes, one beyond is skipped and the next is read") {
  Pipe pipe;
  pipe.send(std::string(10, 'a') + "\n" + std::string(11, 'b') + "\nshort\n");
  pipe.finish();
  LineReader reader(pipe.ends[0], pipe.stop, 10);
  std::string line;
  CHECK(reader.next(line) == LineStatus::line);
  CHECK(line == "aaaaaaaaaa");
  CHECK(reader.next(line) == LineStatus::too_long);
  CHECK(reader.next(line) == LineStatus::line);
  CHECK(line == "short");
  CHECK(reader.next(line) == LineStatus::end);
}

TEST_CASE("a line much longer than the limit does not stay in memory") {
  Pipe pipe;
  std::jthread writer([&] {
    for (int i = 0; i < 200; ++i) pipe.send(std::string(50'000, 'x'));
    pipe.send("\nshort\n");
    pipe.finish();
  });
  LineReader reader(pipe.ends[0], pipe.stop, 1000);
  std::string line;
  CHECK(reader.next(line) == LineStatus::too_long);
  CHECK(line.size() <= 1000);
  CHECK(reader.next(line) == LineStatus::line);
  CHECK(line == "short");
}

TEST_CASE("cancel wakes a reader that waits") {
  Pipe pipe;
  LineReader reader(pipe.ends[0], pipe.stop, 100);
  std::jthread other([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    reader.cancel();
  });
  std::string line;
  CHECK(reader.next(line) == LineStatus::end);
}

TEST_CASE("a stop signal ends a reader that waits, what came before is still given") {
  Pipe pipe;
  pipe.send("one\n");
  LineReader reader(pipe.ends[0], pipe.stop, 100);
  std::string line;
  CHECK(reader.next(line) == LineStatus::line);
  eventfd_write(pipe.stop, 1);
  CHECK(reader.next(line) == LineStatus::end);
}

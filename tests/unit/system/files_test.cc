#include "adapters/system/files.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>

#include <fstream>

#include "adapters/system/descriptor.h"
#include "support/temp_folder.h"

namespace fs = std::filesystem;
using namespace ap;

namespace {

void put(const std::string& path, std::string_view text) { std::ofstream(path) << text; }

void write(Files& files, const std::string& path, std::string_view text) {
  auto file = files.create(path);
  file->write(text);
  file->commit();
}

}  // namespace

TEST_CASE("a file is not to be seen before it is committed, and replaces what is there") {
  test::TempFolder folder;
  system::SystemFiles files;
  auto path = folder / "a.csv";
  for (auto text : {"first", "second"}) {
    auto file = files.create(path);
    file->write(text);
    auto before = files.read(path, 100);
    CHECK(before.value_or("none") == (std::string(text) == "first" ? "none" : "first"));
    file->commit();
    CHECK(files.read(path, 100).value_or("") == text);
  }
  write(files, folder / "left", "");
  CHECK(files.list(folder.path()).value() == std::vector<std::string>{"a.csv", "left"});
}

TEST_CASE("what a killed writer left beside a file goes when the file is written again") {
  test::TempFolder folder;
  system::SystemFiles files;
  auto path = folder / "a.csv";
  put(path, "old");
  put(folder / ".a.csv.tmp", "from a killed process");
  write(files, path, "new");
  CHECK(files.read(path, 100).value_or("") == "new");
  CHECK(files.list(folder.path()).value() == std::vector<std::string>{"a.csv"});
}

TEST_CASE("what a living writer is at work on stays") {
  test::TempFolder folder;
  system::SystemFiles files;
  auto path = folder / "a.csv", temporary = folder / ".a.csv.tmp";
  put(path, "old");
  put(temporary, "of a living process");
  system::Descriptor held(::open(temporary.c_str(), O_RDONLY | O_CLOEXEC));
  REQUIRE(::flock(held.get(), LOCK_EX | LOCK_NB) == 0);
  write(files, path, "new");
  CHECK(files.read(path, 100).value_or("") == "new");
  CHECK(files.read(temporary, 100).value_or("") == "of a living process");
  CHECK(files.list(folder.path()).value().size() == 2);
}

#include "cli/record_file.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <chrono>
#include <string>
#include <thread>

using namespace ap;

TEST_CASE("a list of files from a pipe is waited for") {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  std::thread writer([to = ends[1]] {
    for (const char* name : {"a.xml", "b c.xml"}) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
      CHECK(write(to, name, std::char_traits<char>::length(name) + 1) > 0);
    }
    close(to);
  });
  CHECK(cli::read_files0("/dev/fd/" + std::to_string(ends[0])) == std::vector<std::string>{"a.xml", "b c.xml"});
  writer.join();
  close(ends[0]);
}

#include "adapters/system/process.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace ap::system;

namespace {

// The identity with its last part (start time) or pid changed.
std::string with_part(const std::string& identity, int part, const std::string& value) {
  std::size_t start = 0;
  for (int i = 0; i < part; ++i) start = identity.find(':', start) + 1;
  std::size_t end = identity.find(':', start);
  return identity.substr(0, start) + value + (end == std::string::npos ? "" : identity.substr(end));
}

}  // namespace

TEST_CASE("this process is not gone, and an identity that says nothing is never taken for gone") {
  CHECK_FALSE(process_is_gone(process_identity()));
  CHECK_FALSE(process_is_gone("somebody"));
  CHECK_FALSE(process_is_gone("::::"));
}

TEST_CASE("a process that ended is gone") {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  pid_t child = fork();
  if (child == 0) {
    std::string identity = process_identity();
    _exit(write(ends[1], identity.data(), identity.size()) > 0 ? 0 : 1);
  }
  close(ends[1]);
  char buffer[512];
  ssize_t got = read(ends[0], buffer, sizeof buffer);
  close(ends[0]);
  REQUIRE(waitpid(child, nullptr, 0) == child);
  REQUIRE(got > 0);
  CHECK(process_is_gone(std::string_view(buffer, std::size_t(got))));
}

TEST_CASE("a process id used again by another process does not keep a dead owner alive") {
  CHECK(process_is_gone(with_part(process_identity(), 4, "1")));
}

TEST_CASE("nothing is known about other machines and other process namespaces") {
  std::string gone = with_part(process_identity(), 3, "999999999");
  CHECK(process_is_gone(gone));
  CHECK_FALSE(process_is_gone(with_part(gone, 2, "12345")));
  CHECK_FALSE(process_is_gone(with_part(with_part(gone, 0, "other/host"), 1, "other-boot")));
}

TEST_CASE("an owner of an earlier boot of this machine is gone") {
  std::string identity = process_identity();
  if (identity.starts_with(':')) return;  // a machine without an id cannot tell
  CHECK(process_is_gone(with_part(identity, 1, "other-boot")));
}

TEST_CASE("the user has a name") { CHECK_FALSE(user_name().empty()); }

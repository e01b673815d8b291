#include "cli/standard_input.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace ap::cli {

std::expected<std::string, FileFailure> read_standard_input(std::uint64_t max_bytes) {
  std::string bytes;
  std::array<char, 1 << 16> buffer;
  for (;;) {
    ssize_t got = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0)
      return std::unexpected(FileFailure{FileFailureKind::io, std::string("standard input: ") + std::strerror(errno)});
    if (got == 0) return bytes;
    bytes.append(buffer.data(), std::size_t(got));
    if (bytes.size() > max_bytes)
      return std::unexpected(FileFailure{FileFailureKind::too_large,
                                         "standard input: more than " + std::to_string(max_bytes) +
                                             " bytes; raise limits.document_bytes if that is right"});
  }
}

}  // namespace ap::cli

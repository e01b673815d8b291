#include "cli/record_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "core/digest.h"
#include "core/error.h"

namespace ap::cli {
namespace {

// Closed when it goes out of scope; -1 when it could not be opened.
struct Input {
  explicit Input(const std::string& path)
      : descriptor(path == "-" ? 0 : open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)) {}
  ~Input() {
    if (descriptor > 0) close(descriptor);
  }
  Input(const Input&) = delete;

  // Up to the buffer's size; 0 at the end, -1 with errno.
  template <std::size_t N>
  ssize_t read_some(std::array<char, N>& buffer) const {
    for (;;) {
      ssize_t got = read(descriptor, buffer.data(), buffer.size());
      if (got >= 0 || (errno != EINTR && errno != EAGAIN)) return got;
      // A pipe whose other end has not written yet, as a shell makes one of <(find ...).
      pollfd ready{descriptor, POLLIN, 0};
      if (errno == EAGAIN) poll(&ready, 1, -1);
    }
  }

  int descriptor;
};

Record failed(Record record, std::string_view rule, std::string message) {
  record.state = State::failed;
  record.decision.emplace();
  record.decision->route = Route::reject;
  record.decision->reasons.push_back(message);
  record.findings.push_back(
      {.set = "intake", .rule = std::string(rule), .severity = Severity::error, .message = std::move(message)});
  return record;
}

Record blank(Clock& clock) {
  Record record;
  record.trace_id = clock.random_hex(16);
  record.source.received_at = rfc3339(clock.now_ms());
  return record;
}

Record blank_of(const std::string& path, Clock& clock) {
  Record record = blank(clock);
  record.source.path = path;
  record.source.name = path.substr(path.rfind('/') + 1);
  record.source.channel = "file";
  return record;
}

// All of a regular file into `content`. False where it is something else, or longer than `most_bytes`, or anything
// went wrong: then record_from_file() will say what.
bool read_small(const std::string& path, std::size_t most_bytes, std::string& content) {
  if (path == "-") return false;
  Input input(path);
  struct stat info {};
  if (input.descriptor < 0 || fstat(input.descriptor, &info) != 0 || !S_ISREG(info.st_mode)) return false;
  const auto size = static_cast<std::size_t>(info.st_size);
  if (size > most_bytes) return false;
  // One more, so that the end shows: a file may grow.
  content.resize_and_overwrite(size + 1, [&](char* to, std::size_t room) {
    ssize_t got = read(input.descriptor, to, room);
    return got < 0 ? 0 : static_cast<std::size_t>(got);
  });
  return content.size() == size;
}

}  // namespace

Record record_from_file(const std::string& path, std::int64_t limit_bytes, Clock& clock, std::string& content) {
  Record record = blank_of(path, clock);
  Input input(path);
  struct stat info {};
  if (input.descriptor < 0 || fstat(input.descriptor, &info) != 0) {
    return failed(std::move(record), "UNREADABLE", fmt::format("{} cannot be read: {}", path, std::strerror(errno)));
  }
  if (!S_ISREG(info.st_mode)) {
    std::string kind = S_ISDIR(info.st_mode) ? "is a folder; ap-ingest takes folders" : "is no regular file";
    return failed(std::move(record), "UNREADABLE", fmt::format("{} {}", path, kind));
  }
  const auto limit = static_cast<std::uint64_t>(limit_bytes);
  Sha256 digest;
  std::array<char, 1 << 16> buffer;
  while (ssize_t got = input.read_some(buffer)) {
    if (got < 0) {
      return failed(std::move(record), "UNREADABLE", fmt::format("{} cannot be read: {}", path, std::strerror(errno)));
    }
    std::string_view piece(buffer.data(), static_cast<std::size_t>(got));
    digest.update(as_bytes(piece));
    record.source.bytes += piece.size();
    if (record.source.bytes <= limit) content += piece;
  }
  record.id = digest.finish();
  if (record.source.bytes > limit) {
    std::string().swap(content);
    std::string message = fmt::format("{} has {} bytes, more than limits.document_bytes ({}) allows", path,
                                      record.source.bytes, limit_bytes);
    return failed(std::move(record), "RESOURCE_LIMIT", std::move(message));
  }
  return record;
}

std::vector<std::optional<FileRecord>> records_from_small_files(const std::vector<std::string>& paths,
                                                                std::size_t most_bytes, std::int64_t limit_bytes,
                                                                Clock& clock) {
  most_bytes = std::min(most_bytes, static_cast<std::size_t>(limit_bytes));
  std::vector<std::optional<FileRecord>> records(paths.size());
  for (std::size_t i = 0; i < paths.size(); ++i) {
    std::string content;
    if (!read_small(paths[i], most_bytes, content)) continue;
    FileRecord& file = records[i].emplace(blank_of(paths[i], clock), FileContent{std::move(content)});
    file.record.source.bytes = file.content.bytes.size();
    file.record.id = sha256_hex(as_bytes(file.content.bytes));
  }
  return records;
}

Record record_from_broken_line(std::int64_t number, const std::string& reason, Clock& clock) {
  Record record = blank(clock);
  record.source.channel = "stdin";
  record.source.name = fmt::format("standard input, line {}", number);
  return failed(std::move(record), "UNREADABLE",
                fmt::format("line {} is no record: {}{}", number, reason.starts_with("is ") ? "it " : "", reason));
}

std::vector<std::string> read_files0(const std::string& path) {
  Input input(path);
  if (input.descriptor < 0) {
    throw Error(ErrorKind::no_input, fmt::format("--files0-from {}: {}", path, std::strerror(errno)));
  }
  std::string text;
  std::array<char, 1 << 16> buffer;
  while (ssize_t got = input.read_some(buffer)) {
    if (got < 0) throw Error(ErrorKind::io, fmt::format("--files0-from {}: {}", path, std::strerror(errno)));
    text.append(buffer.data(), static_cast<std::size_t>(got));
  }
  std::vector<std::string> names;
  for (std::size_t start = 0; start < text.size();) {
    std::size_t end = std::min(text.find('\0', start), text.size());
    if (end > start) names.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return names;
}

}  // namespace ap::cli

#include "cli/line_reader.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>

#include "core/error.h"

namespace ap::cli {

constexpr std::size_t kChunk = 1 << 16;
constexpr std::size_t kShown = 200;  // of a line that is too long

LineReader::LineReader(int input, int stop, std::size_t limit)
    : input_(input), stop_(stop), cancel_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)), limit_(limit) {
  if (cancel_ < 0) throw Error(ErrorKind::temporary, "out of descriptors", "raise the limit of open files");
}

LineReader::~LineReader() { close(cancel_); }

void LineReader::cancel() {
  std::uint64_t one = 1;
  while (write(cancel_, &one, sizeof one) < 0 && errno == EINTR) {
  }
}

// More bytes into the buffer; false at the end, on a signal, or after cancel().
bool LineReader::fill() {
  buffer_.erase(0, position_);
  position_ = 0;
  for (;;) {
    pollfd wait[3] = {{input_, POLLIN, 0}, {stop_, POLLIN, 0}, {cancel_, POLLIN, 0}};
    if (poll(wait, 3, -1) < 0) {
      if (errno == EINTR) continue;
      throw Error(ErrorKind::io, std::string("cannot wait for standard input: ") + std::strerror(errno));
    }
    if (wait[1].revents != 0 || wait[2].revents != 0) return false;
    std::size_t had = buffer_.size();
    buffer_.resize(had + kChunk);
    ssize_t got = read(input_, buffer_.data() + had, kChunk);
    int error = errno;
    buffer_.resize(had + static_cast<std::size_t>(got > 0 ? got : 0));
    if (got > 0) return true;
    if (got == 0) return false;
    if (error != EINTR && error != EAGAIN) {
      throw Error(ErrorKind::io, std::string("standard input cannot be read: ") + std::strerror(error),
                  "give it a file or a pipe of records");
    }
  }
}

LineStatus LineReader::next(std::string& line) {
  bool skipping = false;
  std::size_t searched = 0;
  line.clear();
  while (!at_end_) {
    std::size_t end = buffer_.find('\n', position_ + searched);
    if (end != std::string::npos) {
      if (!skipping && end - position_ <= limit_) line.assign(buffer_, position_, end - position_);
      bool too_long = skipping || end - position_ > limit_;
      if (too_long && line.empty()) line.assign(buffer_, position_, kShown);
      position_ = end + 1;
      return too_long ? LineStatus::too_long : LineStatus::line;
    }
    searched = buffer_.size() - position_;
    if (searched > limit_) {
      if (!skipping) line.assign(buffer_, position_, kShown);
      skipping = true;
      position_ = buffer_.size();
      searched = 0;
    }
    if (!fill()) at_end_ = true;
  }
  if (skipping) return LineStatus::too_long;
  if (position_ == buffer_.size()) return LineStatus::end;
  line.assign(buffer_, position_);
  position_ = buffer_.size();
  return LineStatus::line;
}

}  // namespace ap::cli

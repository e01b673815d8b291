// Frames over a local stream socket. Shared by the two ends of the sandbox.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "adapters/sandbox/wire.h"

namespace ap {

// A file descriptor that is closed once. -1 when there is none.
class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  ~Descriptor() { reset(); }
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    if (this != &other) reset(std::exchange(other.fd_, -1));
    return *this;
  }
  int get() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }
  int release() { return std::exchange(fd_, -1); }
  void reset(int fd = -1);

 private:
  int fd_;
};

// A connected pair of local sockets, closed on exec. `type` is SOCK_STREAM or SOCK_SEQPACKET. Throws
// ap::Error(temporary) when the system is out of descriptors.
std::pair<Descriptor, Descriptor> socket_pair(int type);

namespace wire {

using Deadline = std::chrono::steady_clock::time_point;
inline constexpr Deadline kNoDeadline = Deadline::max();  // waits in the system call itself

enum class IoStatus { ok, closed, timed_out, malformed, too_long };

struct Frame {
  FrameKind kind{};
  std::string payload;
};

// Blocks until all is written, the other end is gone, or the deadline passes. Never raises SIGPIPE.
// The payload may come in two parts, so that a large document need not be copied to stand behind what is said of it.
IoStatus write_frame(int fd, FrameKind kind, std::string_view payload, Deadline deadline, std::string_view more = {});

// A frame's bytes as they go over the socket, up to where another part of the payload, of `more` bytes, is to follow.
std::string begin_frame(FrameKind kind, std::string_view payload, std::size_t more = 0);
// Writes what the socket takes at once of both; how many bytes that were. The rest is for write_rest(), as
// write_frame(). Not for the sandbox, which allows no call for several pieces.
std::size_t write_now(int fd, std::string_view bytes, std::string_view more);
IoStatus write_rest(int fd, std::string_view bytes, Deadline deadline);

// Reads the frames that come over one socket. What came beyond a frame is kept for the next.
class FrameReader {
 public:
  explicit FrameReader(int fd) : fd_(fd) {}

  // A frame of at most `max_payload` bytes. Memory grows with what arrives, not with what the header claims.
  IoStatus read(Frame& frame, std::uint64_t max_payload, Deadline deadline);

 private:
  IoStatus read_some(Deadline deadline);

  std::size_t have() const { return ahead_.size() - at_; }

  int fd_;
  std::string ahead_;
  std::size_t at_ = 0;  // where in ahead_ the next frame begins
};

// Sends one byte and two descriptors or three over a SOCK_SEQPACKET socket; false when the other end is gone.
inline constexpr std::size_t kMostDescriptors = 3;
bool send_descriptors(int socket, char tag, std::span<const int> descriptors);
// Receives what send_descriptors sent; nullopt when the other end is gone or sent something else.
struct Received {
  char tag = 0;
  Descriptor first, second, third;  // the third may be missing
};
std::optional<Received> receive_descriptors(int socket);

}  // namespace wire
}  // namespace ap

#include "adapters/sandbox/channel.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "core/error.h"

namespace ap {

void Descriptor::reset(int fd) {
  if (fd_ >= 0) ::close(fd_);
  fd_ = fd;
}

std::pair<Descriptor, Descriptor> socket_pair(int type) {
  int ends[2];
  if (::socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, ends) != 0) {
    throw Error(ErrorKind::temporary, std::string("cannot make a socket pair for the worker: ") + std::strerror(errno),
                "raise the limit on open files (ulimit -n) or lower --jobs");
  }
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

namespace wire {
namespace {

// True when `fd` is ready for `events`, or broken, before the deadline.
bool wait_for(int fd, short events, Deadline deadline) {
  for (;;) {
    auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now()).count();
    if (left <= 0) return false;
    pollfd entry{fd, events, 0};
    int ready = ::poll(&entry, 1, static_cast<int>(std::min<long long>(left, 60'000)));
    if (ready > 0) return true;
    if (ready < 0 && errno != EINTR && errno != EAGAIN) return true;
  }
}

constexpr std::size_t kPiece = 1 << 16;

int flags_for(Deadline deadline) { return deadline == kNoDeadline ? 0 : MSG_DONTWAIT; }

IoStatus write_all(int fd, std::string_view bytes, Deadline deadline) {
  while (!bytes.empty()) {
    ssize_t written = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL | flags_for(deadline));
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EAGAIN) {
      if (!wait_for(fd, POLLOUT, deadline)) return IoStatus::timed_out;
    } else if (errno != EINTR) {
      return IoStatus::closed;
    }
  }
  return IoStatus::ok;
}

}  // namespace

std::string begin_frame(FrameKind kind, std::string_view payload, std::size_t more) {
  std::string frame = encode_header({kind, payload.size() + more});
  return std::move(frame.append(payload));
}

std::size_t write_now(int fd, std::string_view bytes, std::string_view more) {
  iovec pieces[] = {{const_cast<char*>(bytes.data()), bytes.size()}, {const_cast<char*>(more.data()), more.size()}};
  msghdr message{};
  message.msg_iov = pieces;
  message.msg_iovlen = std::size(pieces);
  ssize_t sent = ::sendmsg(fd, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
  return sent > 0 ? static_cast<std::size_t>(sent) : 0;
}

IoStatus write_rest(int fd, std::string_view bytes, Deadline deadline) { return write_all(fd, bytes, deadline); }

// One system call is cheaper than the copy that it takes, and the sandbox allows none for several pieces.
IoStatus write_frame(int fd, FrameKind kind, std::string_view payload, Deadline deadline, std::string_view more) {
  if (payload.size() + more.size() <= kPiece) {
    std::string frame = encode_header({kind, payload.size() + more.size()});
    frame.reserve(frame.size() + payload.size() + more.size());
    return write_all(fd, frame.append(payload).append(more), deadline);
  }
  const std::string head = encode_header({kind, payload.size() + more.size()});
  for (std::string_view part : {std::string_view(head), payload, more})
    if (IoStatus status = write_all(fd, part, deadline); status != IoStatus::ok) return status;
  return IoStatus::ok;
}

// Adds what is there, at most kPiece bytes, to what was read ahead.
IoStatus FrameReader::read_some(Deadline deadline) {
  ahead_.erase(0, std::exchange(at_, 0));
  const std::size_t had = ahead_.size();
  for (;;) {
    ssize_t got = 0;
    ahead_.resize_and_overwrite(had + kPiece, [&](char* to, std::size_t) {
      got = ::recv(fd_, to + had, kPiece, flags_for(deadline));
      return had + static_cast<std::size_t>(std::max<ssize_t>(got, 0));
    });
    if (got > 0) return IoStatus::ok;
    if (got == 0 || (errno != EAGAIN && errno != EINTR)) return IoStatus::closed;
    if (deadline != kNoDeadline && !wait_for(fd_, POLLIN, deadline)) return IoStatus::timed_out;
  }
}

IoStatus FrameReader::read(Frame& frame, std::uint64_t max_payload, Deadline deadline) {
  while (have() < kHeaderBytes) {
    if (IoStatus status = read_some(deadline); status != IoStatus::ok) return status;
  }
  std::optional<FrameHeader> header = decode_header(std::string_view(ahead_).substr(at_));
  if (!header) return IoStatus::malformed;
  if (header->length > max_payload) return IoStatus::too_long;
  frame.kind = header->kind;
  const std::uint64_t whole = kHeaderBytes + header->length;
  while (have() < whole) {
    if (IoStatus status = read_some(deadline); status != IoStatus::ok) return status;
  }
  if (have() == whole && whole > kPiece) {
    // Nothing else is there: a large document is not copied. A small one is, and the room it came in stays.
    ahead_.erase(0, at_ + kHeaderBytes);
    frame.payload = std::exchange(ahead_, {});
    at_ = 0;
  } else {
    frame.payload.assign(ahead_, at_ + kHeaderBytes, header->length);
    at_ += whole;
  }
  return IoStatus::ok;
}

bool send_descriptors(int socket, char tag, std::span<const int> descriptors) {
  iovec data{&tag, 1};
  alignas(cmsghdr) char control[CMSG_SPACE(kMostDescriptors * sizeof(int))] = {};
  msghdr message{};
  message.msg_iov = &data;
  message.msg_iovlen = 1;
  message.msg_control = control;
  message.msg_controllen = CMSG_SPACE(descriptors.size_bytes());
  cmsghdr* header = CMSG_FIRSTHDR(&message);
  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN(descriptors.size_bytes());
  std::memcpy(CMSG_DATA(header), descriptors.data(), descriptors.size_bytes());
  ssize_t sent;
  do {
    sent = ::sendmsg(socket, &message, MSG_NOSIGNAL);
  } while (sent < 0 && errno == EINTR);
  return sent == 1;
}

std::optional<Received> receive_descriptors(int socket) {
  Received received;
  iovec data{&received.tag, 1};
  alignas(cmsghdr) char control[CMSG_SPACE(kMostDescriptors * sizeof(int))] = {};
  msghdr message{};
  message.msg_iov = &data;
  message.msg_iovlen = 1;
  message.msg_control = control;
  message.msg_controllen = sizeof control;
  ssize_t got;
  do {
    got = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
  } while (got < 0 && errno == EINTR);
  cmsghdr* header = got == 1 ? CMSG_FIRSTHDR(&message) : nullptr;
  if (!header || header->cmsg_type != SCM_RIGHTS) return std::nullopt;
  int descriptors[kMostDescriptors] = {-1, -1, -1};
  const std::size_t bytes = std::min(header->cmsg_len - CMSG_LEN(0), sizeof descriptors);
  std::memcpy(descriptors, CMSG_DATA(header), bytes);
  received.first.reset(descriptors[0]);
  received.second.reset(descriptors[1]);
  received.third.reset(descriptors[2]);
  if (!received.second) return std::nullopt;
  return received;
}

}  // namespace wire
}  // namespace ap

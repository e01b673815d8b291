#include "adapters/system/clamd_scanner.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

#include "adapters/system/descriptor.h"
#include "core/error.h"

namespace ap::system {
namespace {

constexpr std::size_t kChunk = 1 << 16, kLongestReply = 4096;
constexpr time_t kPatienceSeconds = 120;  // for each step; a scan of a large archive takes its time
constexpr std::string_view kCommand("zINSTREAM\0", 10), kPrefix = "stream: ", kClean = "OK", kFound = " FOUND",
                                                        kTooLarge = "INSTREAM size limit exceeded";

class Conversation {
 public:
  explicit Conversation(const std::string& path)
      : path_(path), socket_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path) fail("its name is too long for a socket");
    std::ranges::copy(path, address.sun_path);
    timeval patience{kPatienceSeconds, 0};
    ::setsockopt(socket_.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(socket_.get(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    if (!socket_ || ::connect(socket_.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
      fail(std::strerror(errno));
  }

  // False when the scanner has closed its end: then it has said why.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      ssize_t sent = ::send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent < 0 && errno == EINTR) continue;
      if (sent < 0 && (errno == EPIPE || errno == ECONNRESET)) return false;
      if (sent < 0) fail(std::strerror(errno));
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  std::string reply() {
    std::string text;
    std::array<char, 256> buffer;
    while (text.size() < kLongestReply && text.find('\0') == std::string::npos) {
      ssize_t got = ::recv(socket_.get(), buffer.data(), buffer.size(), 0);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) fail(std::strerror(errno));
      if (got == 0) break;
      text.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return text.substr(0, text.find_first_of(std::string_view("\0\n", 2)));
  }

  [[noreturn]] void fail(const std::string& why) const {
    throw Error(ErrorKind::unavailable, fmt::format("the malware scanner at {} gives no verdict: {}", path_, why),
                "start clamd, or mend ingest.malware_scanner; nothing is taken in unscanned");
  }

 private:
  const std::string& path_;
  Descriptor socket_;
};

}  // namespace

ScanVerdict ClamdScanner::scan(Bytes bytes) {
  Conversation clamd(socket_);
  std::string_view rest(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  bool listens = clamd.send(kCommand);
  while (listens && !rest.empty()) {
    std::string_view chunk = rest.substr(0, kChunk);
    std::uint32_t size = htonl(static_cast<std::uint32_t>(chunk.size()));
    listens = clamd.send({reinterpret_cast<const char*>(&size), sizeof size}) && clamd.send(chunk);
    rest.remove_prefix(chunk.size());
  }
  if (listens) clamd.send(std::string_view("\0\0\0\0", 4));
  std::string reply = clamd.reply();
  if (reply.starts_with(kTooLarge)) return {.found = "", .too_large = true};
  if (!reply.starts_with(kPrefix)) clamd.fail(reply.empty() ? "it closed the connection" : "it says '" + reply + "'");
  std::string verdict = reply.substr(kPrefix.size());
  if (verdict == kClean) return {};
  if (!verdict.ends_with(kFound)) clamd.fail("it says '" + verdict + "'");
  return {.found = verdict.substr(0, verdict.size() - kFound.size())};
}

}  // namespace ap::system

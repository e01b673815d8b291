// The worker program with a defect built in for every way that a document could take it over: a "document" that begins
// with "%HOSTILE <deed>" makes it do that deed, after confinement, as code injected by a real one would. For tests
// only.
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/sandbox/wire.h"
#include "supervise/supervisor.h"
#include "worker/service.h"

namespace {

using ap::worker::Outcome;
constexpr int kDocumentSocket = 4;

Outcome tell(const std::string& what, bool done) {
  std::string message = what + (done ? ": done" : std::string(": ") + std::strerror(errno));
  return std::unexpected(ap::ReadFailure{ap::ReadFailureKind::unreadable, message});
}

void send_raw(const std::string& bytes) { ::send(kDocumentSocket, bytes.data(), bytes.size(), MSG_NOSIGNAL); }

Outcome crash() {
  volatile int* nowhere = nullptr;
  int value = *nowhere;
  return std::string(static_cast<std::size_t>(value), 'x');
}

Outcome loop() {
  volatile bool go_on = true;
  while (go_on) {
  }
  return "";
}

Outcome hang() {
  for (;;) ::sleep(1000);
}

// Touches what it takes, through malloc, as the C libraries do.
Outcome eat_memory() {
  for (;;) {
    void* block = std::malloc(16 << 20);
    if (!block) std::abort();
    std::memset(block, 1, 16 << 20);
  }
}

Outcome eat_memory_politely() {
  std::vector<std::string> blocks;
  for (;;) blocks.emplace_back(16 << 20, 'x');
}

Outcome flood() {
  send_raw(ap::wire::encode_header({ap::wire::FrameKind::reply, 1ull << 40}));
  std::string block(1 << 20, 'x');
  for (;;) {
    if (::send(kDocumentSocket, block.data(), block.size(), MSG_NOSIGNAL) < 0) ::_exit(0);
  }
}

Outcome lie() {
  send_raw("HTTP/1.1 200 OK\r\n\r\n");
  return hang();
}

// Says that it gets on, for ever.
Outcome stall(const ap::worker::Progress& progress) {
  for (int page = 1;; ++page) {
    progress(page);
    ::usleep(50'000);
  }
}

Outcome exec() {
  const char* arguments[] = {"/bin/true", nullptr};
  ::execv(arguments[0], const_cast<char**>(arguments));
  return tell("exec", false);
}

Outcome open_file(const char* path, int flags) { return tell("open", ::open(path, flags, 0600) >= 0); }

using Deed = std::function<Outcome(const ap::worker::Progress&)>;

const std::map<std::string, Deed, std::less<>>& deeds() {
  static const std::map<std::string, Deed, std::less<>> all{
      {"crash", [](auto&) { return crash(); }},
      {"abort", [](auto&) -> Outcome { std::abort(); }},
      {"loop", [](auto&) { return loop(); }},
      {"hang", [](auto&) { return hang(); }},
      {"eat", [](auto&) { return eat_memory(); }},
      {"eat-politely", [](auto&) { return eat_memory_politely(); }},
      {"read-file", [](auto&) { return open_file("/etc/passwd", O_RDONLY); }},
      {"write-file", [](auto&) { return open_file("/tmp/ap-hostile", O_WRONLY | O_CREAT); }},
      {"socket", [](auto&) { return tell("socket", ::socket(AF_INET, SOCK_STREAM, 0) >= 0); }},
      {"exec", [](auto&) { return exec(); }},
      {"fork", [](auto&) { return tell("fork", ::fork() >= 0); }},
      {"kill-parent", [](auto&) { return tell("kill", ::kill(::getppid(), SIGKILL) == 0); }},
      {"flood", [](auto&) { return flood(); }},
      {"lie", [](auto&) { return lie(); }},
      {"stall", [](const ap::worker::Progress& progress) { return stall(progress); }},
      {"leave", [](auto&) -> Outcome { ::_exit(0); }},
      {"garbage", [](auto&) -> Outcome { return std::string("\xFF\xFF\xFF\xFF garbage", 12); }},
  };
  return all;
}

// What was prepared in the supervisor before this child was forked, and what this child will wish for.
struct Preparations {
  std::string done;
  int wish = 0;

  Outcome serve(const ap::wire::Request& request) {
    if (request.bytes == "%HOSTILE wish") wish = 90;
    return tell("prepared" + done, true);
  }
};

// Changes the document where it stands, which may be memory that the command shares.
Outcome deface(std::string_view document) {
  const_cast<char*>(document.data())[0] = 'x';
  return tell("deface", true);
}
Outcome unlock(std::string_view document) {
  constexpr std::uintptr_t kPage = 4096;
  auto* page = reinterpret_cast<void*>(reinterpret_cast<std::uintptr_t>(document.data()) / kPage * kPage);
  return tell("unlock", ::mprotect(page, kPage, PROT_READ | PROT_WRITE) == 0);
}

Outcome serve(ap::worker::Service& service, const ap::wire::Request& request, const ap::worker::Progress& progress) {
  constexpr std::string_view kMark = "%HOSTILE ";
  if (std::string_view(request.bytes).starts_with(kMark)) {
    if (request.bytes == "%HOSTILE deface") return deface(request.bytes);
    if (request.bytes == "%HOSTILE unlock") return unlock(request.bytes);
    auto deed = deeds().find(std::string_view(request.bytes).substr(kMark.size()));
    if (deed != deeds().end()) return deed->second(progress);
  }
  return service.serve(request, progress);
}

}  // namespace

int main() {
  ap::worker::Service service;
  ap::worker::Hooks hooks = service.hooks();
  Preparations preparations;
  hooks.serve = [&](const ap::wire::Request& request, const ap::worker::Progress& progress) {
    const bool asks = request.bytes == "%HOSTILE wish" || request.bytes == "%HOSTILE told";
    return asks ? preparations.serve(request) : serve(service, request, progress);
  };
  hooks.wish = [&] {
    if (preparations.wish) ::usleep(30'000);  // a child that takes its time to leave
    return preparations.wish;
  };
  hooks.prepare = [&](int wish) { preparations.done += " " + std::to_string(wish); };
  hooks.prepare_recognition = [&] { preparations.done += " recognition"; };
  return ap::worker::supervise(hooks);
}

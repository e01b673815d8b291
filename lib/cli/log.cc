#include "cli/log.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/base_sink.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>

#include "cli/log_format.h"
#include "core/date.h"
#include "ports/clock.h"

namespace ap::cli {
namespace {

constexpr const char* kJournalSocket = "/run/systemd/journal/socket";

void write_all(std::string_view text) {
  while (!text.empty()) {
    ssize_t written = ::write(2, text.data(), text.size());
    if (written <= 0) return;  // nobody left to tell
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

// Whole lines to standard error, kept apart from the status line of a terminal.
class StderrSink : public spdlog::sinks::base_sink<std::mutex> {
 public:
  void status(std::string_view line) {
    std::lock_guard lock(mutex_);
    if (!terminal_) return;
    status_ = line;
    write_all("\r\x1b[K" + status_);
  }

 protected:
  void sink_it_(const spdlog::details::log_msg& message) override {
    std::string line(message.payload.data(), message.payload.size());
    line.push_back('\n');
    write_all(status_.empty() ? line : "\r\x1b[K" + line + status_);
  }
  void flush_() override {}

 private:
  bool terminal_ = isatty(2) == 1;
  std::string status_;
};

// True when standard error goes to the journal: $JOURNAL_STREAM names its device and inode (systemd.exec(5)).
bool stderr_is_journal() {
  const char* stream = std::getenv("JOURNAL_STREAM");
  struct stat info {};
  if (stream == nullptr || fstat(2, &info) != 0) return false;
  unsigned long long device = 0, inode = 0;
  if (std::sscanf(stream, "%llu:%llu", &device, &inode) != 2) return false;
  return info.st_dev == device && info.st_ino == inode;
}

// A socket connected to the journal, or -1.
int journal_socket() {
  int descriptor = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return -1;
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::strncpy(address.sun_path, kJournalSocket, sizeof address.sun_path - 1);
  if (connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return descriptor;
  close(descriptor);
  return -1;
}

std::string time_now() {
  using namespace std::chrono;
  return rfc3339(duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count());
}

}  // namespace

struct Log::Impl {
  explicit Impl(std::string name)
      : command(std::move(name)), sink(std::make_shared<StderrSink>()), logger(command, sink) {
    sink->set_level(spdlog::level::trace);
    logger.set_level(spdlog::level::info);
    logger.flush_on(spdlog::level::trace);
    color = isatty(2) == 1 && std::getenv("NO_COLOR") == nullptr;
  }
  ~Impl() {
    if (journal >= 0) close(journal);
  }

  void say(LogLevel level, std::string_view message, const LogFields& fields) {
    constexpr spdlog::level::level_enum kLevels[] = {spdlog::level::debug, spdlog::level::info, spdlog::level::warn,
                                                     spdlog::level::err};
    spdlog::level::level_enum as = kLevels[static_cast<std::size_t>(level)];
    if (!logger.should_log(as)) return;
    if (journal >= 0) {
      std::string datagram = journal_datagram(command, level, message, fields);
      if (send(journal, datagram.data(), datagram.size(), MSG_NOSIGNAL) >= 0) return;
    }
    std::string line = format == LogFormat::json      ? json_line(time_now(), command, level, message, fields)
                       : format == LogFormat::journal ? prefixed_line(level, message)
                                                      : text_line(command, level, message, color);
    logger.log(as, spdlog::string_view_t(line.data(), line.size()));
  }

  std::string command;
  std::shared_ptr<StderrSink> sink;
  spdlog::logger logger;
  LogFormat format = LogFormat::text;
  bool color = false;
  int journal = -1;
};

Log::Log(std::string command) : impl_(std::make_unique<Impl>(std::move(command))) {}
Log::~Log() = default;

void Log::configure(LogFormat format, int verbosity) {
  impl_->format = format;
  impl_->logger.set_level(verbosity < 0    ? spdlog::level::err
                          : verbosity == 0 ? spdlog::level::info
                                           : spdlog::level::debug);
  if (format == LogFormat::journal && impl_->journal < 0 && stderr_is_journal()) impl_->journal = journal_socket();
}

void Log::debug(std::string_view message, const LogFields& fields) { impl_->say(LogLevel::debug, message, fields); }
void Log::info(std::string_view message, const LogFields& fields) { impl_->say(LogLevel::info, message, fields); }
void Log::warning(std::string_view message, const LogFields& fields) { impl_->say(LogLevel::warning, message, fields); }
void Log::error(std::string_view message, const LogFields& fields) { impl_->say(LogLevel::error, message, fields); }
void Log::status(std::string_view line) { impl_->sink->status(line); }

}  // namespace ap::cli

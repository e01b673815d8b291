#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>

namespace ap::cli {
namespace {

constexpr std::int64_t kRedrawMs = 100;

std::int64_t now_ms() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

std::string clock_text(std::int64_t seconds) {
  if (seconds >= 3600) return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
  return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

}  // namespace

Progress::Progress(Log& log, std::string label, std::int64_t total, ProgressMode mode)
    : log_(log), label_(std::move(label)), total_(total), start_ms_(now_ms()) {
  shown_ = mode == ProgressMode::always || (mode == ProgressMode::automatic && isatty(2) == 1);
}

Progress::~Progress() {
  if (shown_ && drawn_ms_ != 0) log_.status("");
}

void Progress::advance(std::int64_t steps) {
  done_ += steps;
  if (!shown_) return;
  std::int64_t now = now_ms();
  if (now - drawn_ms_ < kRedrawMs && done_ != total_) return;
  drawn_ms_ = now;
  log_.status(line(label_, done_, total_, now - start_ms_));
}

std::string Progress::line(const std::string& label, std::int64_t done, std::int64_t total, std::int64_t elapsed_ms) {
  // Tenths of documents per second, in whole numbers.
  std::int64_t tenths = elapsed_ms > 0 ? done * 10000 / elapsed_ms : 0;
  std::string rate = fmt::format("{}.{}/s", tenths / 10, tenths % 10);
  if (total <= 0) return fmt::format("{}  {}  {}  {}", label, done, rate, clock_text(elapsed_ms / 1000));
  std::int64_t percent = done * 100 / total;
  std::int64_t left_s = done > 0 ? elapsed_ms * (total - done) / done / 1000 : 0;
  return fmt::format("{}  {}/{}  {} %  {}  {} left", label, done, total, percent, rate, clock_text(left_s));
}

}  // namespace ap::cli

#include "adapters/system/system_clock.h"

#include <sys/random.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <ctime>
#include <span>

#include "core/error.h"

namespace ap::system {

namespace chrono = std::chrono;

namespace {

void fill(std::span<unsigned char> random) {
  std::size_t have = 0;
  while (have < random.size()) {
    ssize_t got = getrandom(random.data() + have, random.size() - have, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw Error(ErrorKind::internal, std::string("no random numbers: ") + std::strerror(errno));
    have += static_cast<std::size_t>(got);
  }
}

}  // namespace

std::int64_t SystemClock::now_ms() const {
  return chrono::duration_cast<chrono::milliseconds>(chrono::system_clock::now().time_since_epoch()).count();
}

std::int64_t SystemClock::monotonic_ms() const {
  return chrono::duration_cast<chrono::milliseconds>(chrono::steady_clock::now().time_since_epoch()).count();
}

Date SystemClock::today() const {
  if (as_of_) return *as_of_;
  std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  auto day = Date::from_ymd(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
  if (!day) throw Error(ErrorKind::internal, "the clock of this machine shows no valid date", "set the clock");
  return *day;
}

std::string SystemClock::random_hex(int bytes) {
  std::lock_guard lock(mutex_);
  std::string out(2 * static_cast<std::size_t>(bytes), '\0');
  char* to = out.data();
  for (int i = 0; i < bytes; ++i) {
    if (left_ == 0) {
      // Many at a time: every document wants a few.
      fill(pool_);
      left_ = pool_.size();
    }
    unsigned char& byte = pool_[pool_.size() - left_--];
    *to++ = "0123456789abcdef"[byte >> 4];
    *to++ = "0123456789abcdef"[byte & 15];
    byte = 0;  // nobody gets it twice
  }
  return out;
}

}  // namespace ap::system

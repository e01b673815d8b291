#include "adapters/system/process.h"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <optional>
#include <vector>

namespace ap::system {
namespace {

// machine:boot:namespace:pid:start
constexpr std::size_t kParts = 5;
using Identity = std::array<std::string, kParts>;

std::string first_line(const std::string& path) {
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  return line;
}

std::string pid_namespace() {
  std::array<char, 64> target;
  ssize_t length = readlink("/proc/self/ns/pid", target.data(), target.size());
  std::string text(target.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
  auto open = text.find('[');
  return open == std::string::npos ? "" : text.substr(open + 1, text.size() - open - 2);
}

// Start time of a process in clock ticks after boot: field 22 of proc(5) stat; "" when there is no such process.
std::string start_time(std::string_view pid) {
  std::string line = first_line(fmt::format("/proc/{}/stat", pid));
  auto close = line.rfind(')');  // the name before it may hold anything
  if (close == std::string::npos) return "";
  std::size_t at = close + 2;
  for (int field = 3; field < 22; ++field) {
    at = line.find(' ', at);
    if (at == std::string::npos) return "";
    ++at;
  }
  return line.substr(at, line.find(' ', at) - at);
}

Identity here() {
  std::string pid = std::to_string(getpid());
  return {first_line("/etc/machine-id"), first_line("/proc/sys/kernel/random/boot_id"), pid_namespace(), pid,
          start_time(pid)};
}

std::optional<Identity> parse(std::string_view text) {
  Identity out;
  for (std::size_t i = 0; i < kParts; ++i) {
    auto colon = text.find(':');
    if ((colon == std::string_view::npos) != (i + 1 == kParts)) return std::nullopt;
    out[i] = text.substr(0, colon);
    text.remove_prefix(colon == std::string_view::npos ? text.size() : colon + 1);
  }
  return out;
}

}  // namespace

std::string user_name() {
  const passwd* user = getpwuid(geteuid());
  return user == nullptr ? fmt::format("uid {}", geteuid()) : user->pw_name;
}

std::string process_identity() {
  Identity mine = here();
  return fmt::format("{}:{}:{}:{}:{}", mine[0], mine[1], mine[2], mine[3], mine[4]);
}

bool process_is_gone(std::string_view identity) {
  std::optional<Identity> owner = parse(identity);
  if (!owner) return false;
  Identity mine = here();
  if ((*owner)[1] != mine[1]) return !mine[0].empty() && (*owner)[0] == mine[0];
  if ((*owner)[2].empty() || (*owner)[2] != mine[2]) return false;
  return start_time((*owner)[3]) != (*owner)[4];
}

}  // namespace ap::system

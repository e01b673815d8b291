#include "adapters/system/process.h"

#include <fmt/format.h>
#include <pwd.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <fstream>
#include <optional>
#include <vector>

namespace ap::system {
namespace {

// machine:boot:namespace:pid:start time
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

// Two machines made from one image may share the machine id, but then hardly the name.
std::string machine() {
  std::array<char, 256> name{};
  gethostname(name.data(), name.size() - 1);
  std::string id = first_line("/etc/machine-id");
  std::string text = id.empty() ? "" : id + "/" + name.data();
  std::erase(text, ':');
  return text;
}

// In a hardened service some of these files cannot be read: the parts are empty then.
Identity here() {
  std::string pid = std::to_string(getpid());
  return {machine(), first_line("/proc/sys/kernel/random/boot_id"), pid_namespace(), pid, start_time(pid)};
}

// Exists, as far as anyone may know; another user's process may be hidden in /proc but still answers here.
bool exists(const std::string& pid, const std::string& started) {
  pid_t number = 0;
  auto [end, error] = std::from_chars(pid.data(), pid.data() + pid.size(), number);
  if (error != std::errc() || number <= 0 || (kill(number, 0) != 0 && errno == ESRCH)) return false;
  std::string start = start_time(pid);
  return start.empty() || start == started;
}

bool both_say(const std::string& a, const std::string& b) { return !a.empty() && !b.empty(); }

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
  const passwd* user = getpwuid(getuid());
  return user == nullptr ? fmt::format("uid {}", getuid()) : user->pw_name;
}

std::string process_identity() {
  Identity mine = here();
  return fmt::format("{}:{}:{}:{}:{}", mine[0], mine[1], mine[2], mine[3], mine[4]);
}

bool process_is_gone(std::string_view identity) {
  std::optional<Identity> owner = parse(identity);
  if (!owner) return false;
  Identity mine = here();
  const auto& [machine_id, boot, space, pid, started] = *owner;
  bool same_boot = both_say(boot, mine[1]) && boot == mine[1];
  bool same_machine = both_say(machine_id, mine[0]) && machine_id == mine[0];
  if (!same_boot && !same_machine) return false;
  if (both_say(boot, mine[1]) && !same_boot) return true;
  if (!both_say(space, mine[2]) || space != mine[2]) return false;
  return !exists(pid, started);
}

}  // namespace ap::system

#include "cli/terminal.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "core/error.h"

namespace ap::cli {
namespace {

constexpr char kEscape = 27, kDelete = 127, kBackspace = 8, kKillLine = 21;
constexpr int kSequenceMs = 30;  // within which a terminal sends the rest of a special key

std::string base64(const std::string& bytes) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t group = 0;
    std::size_t have = std::min<std::size_t>(3, bytes.size() - i);
    for (std::size_t j = 0; j < 3; ++j) group = group << 8 | (j < have ? static_cast<unsigned char>(bytes[i + j]) : 0u);
    for (std::size_t j = 0; j < 4; ++j) out += j <= have ? kDigits[group >> (18 - 6 * j) & 63] : '=';
  }
  return out;
}

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// As much of the end of a line as stands beside the prompt on one row of the terminal as it is now: a row that wraps
// could not be drawn over.
std::string end_of(const std::string& text, std::size_t taken) {
  constexpr std::size_t kUsual = 80, kLeast = 8;
  winsize size{};
  bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  std::size_t row = known ? size.ws_col : kUsual, room = row > taken + kLeast ? row - taken - 1 : kLeast;
  auto is_first = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  auto letters = static_cast<std::size_t>(std::ranges::count_if(text, is_first));
  std::size_t at = 0;
  for (; letters + 1 > room + (at == 0 ? 1 : 0); --letters)
    for (++at; at < text.size() && !is_first(text[at]);) ++at;
  return at == 0 ? text : "<" + text.substr(at);
}

// Takes one character, all its bytes, off the end.
void drop_character(std::string& text) {
  while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) text.pop_back();
  if (!text.empty()) text.pop_back();
}

}  // namespace

KeyReader::KeyReader(StopSignals& stop, Output& output) : stop_(stop), output_(output) {
  if (!isatty(STDIN_FILENO) || tcgetattr(STDIN_FILENO, &before_) != 0)
    throw Error(ErrorKind::usage, "this asks for single keys, and standard input is no terminal",
                "run it in a terminal, or use ap-review list and ap-review worklist");
  termios raw = before_;
  raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  for (int key : {VSUSP, VQUIT}) raw.c_cc[key] = _POSIX_VDISABLE;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
}

KeyReader::~KeyReader() { tcsetattr(STDIN_FILENO, TCSADRAIN, &before_); }

std::optional<char> KeyReader::key() {
  auto first = byte();
  if (!first || *first != kEscape || !more(kSequenceMs)) return first;
  swallow_sequence();
  return kNoKey;
}

bool KeyReader::more(int wait_ms) const {
  pollfd waits{STDIN_FILENO, POLLIN, 0};
  return poll(&waits, 1, wait_ms) == 1 && (waits.revents & POLLIN) != 0;
}

// ECMA-48: after the escape a letter, or "[" with parameters up to a final byte, or "O" with one byte.
void KeyReader::swallow_sequence() {
  auto next = byte();
  if (!next || (*next != '[' && *next != 'O')) return;
  bool parameters = *next == '[';
  while (more(kSequenceMs)) {
    auto each = byte();
    if (!each || !parameters || (*each >= '@' && *each <= '~')) return;
  }
}

std::optional<char> KeyReader::byte() {
  for (;;) {
    if (stop_.requested() != 0) return std::nullopt;
    std::array<pollfd, 2> waits{{{STDIN_FILENO, POLLIN, 0}, {stop_.descriptor(), POLLIN, 0}}};
    if (poll(waits.data(), waits.size(), -1) < 0 && errno != EINTR) return std::nullopt;
    if (waits[1].revents != 0) continue;
    if ((waits[0].revents & (POLLIN | POLLHUP | POLLERR)) == 0) continue;
    char byte = 0;
    ssize_t count = read(STDIN_FILENO, &byte, 1);
    if (count == 1) return byte;
    if (count == 0 || errno != EINTR) return std::nullopt;
  }
}

std::optional<std::string> KeyReader::line(const std::string& prompt) {
  std::string text;
  output_.write(prompt);
  for (;;) {
    auto byte = key();
    if (byte && *byte == kNoKey) continue;
    if (!byte || *byte == kEscape || (*byte == kEndOfInput && text.empty())) {
      output_.write("\n");
      return std::nullopt;
    }
    if (*byte == '\n' || *byte == '\r') {
      output_.write("\n");
      return text;
    }
    if (*byte == kDelete || *byte == kBackspace)
      drop_character(text);
    else if (*byte == kKillLine)
      text.clear();
    else if (static_cast<unsigned char>(*byte) >= 0x20)
      text += *byte;
    output_.write("\r\033[K" + prompt + end_of(text, prompt.size()));
  }
}

PictureProtocol picture_protocol() {
  std::string_view term = variable("TERM"), program = variable("TERM_PROGRAM");
  bool kitty = term.find("kitty") != term.npos || !variable("KITTY_WINDOW_ID").empty() || program == "WezTerm" ||
               program == "ghostty" || term.find("ghostty") != term.npos;
  if (kitty) return PictureProtocol::kitty;
  bool sixel = term.find("sixel") != term.npos || term.starts_with("foot") || term.starts_with("mlterm") ||
               term.starts_with("yaft") || term.starts_with("contour");
  return sixel ? PictureProtocol::sixel : PictureProtocol::none;
}

std::string kitty_picture(const std::string& png) {
  constexpr std::size_t kChunk = 4096;  // the protocol's own limit
  std::string data = base64(png), out;
  for (std::size_t at = 0; at < data.size(); at += kChunk) {
    bool last = at + kChunk >= data.size();
    out += fmt::format("\033_G{}m={};{}\033\\", at == 0 ? "a=T,f=100," : "", last ? 0 : 1, data.substr(at, kChunk));
  }
  return out + "\n";
}

std::string sixel_picture(const PagePicture& picture) {
  constexpr int kShades = 8, kBand = 6;
  std::string out = fmt::format("\033Pq\"1;1;{};{}", picture.width, picture.height);
  for (int shade = 0; shade < kShades; ++shade) {
    int percent = shade * 100 / (kShades - 1);
    out += fmt::format("#{};2;{};{};{}", shade, percent, percent, percent);
  }
  for (int top = 0; top < picture.height; top += kBand) {
    for (int shade = 0; shade < kShades; ++shade) {
      std::string row;
      bool any = false;
      for (int x = 0; x < picture.width; ++x) {
        int bits = 0;
        for (int y = 0; y < kBand && top + y < picture.height; ++y) {
          auto at =
              static_cast<std::size_t>(top + y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x);
          int gray = static_cast<unsigned char>(picture.gray[at]);
          if (gray * kShades / 256 == shade) bits |= 1 << y;
        }
        any = any || bits != 0;
        row += static_cast<char>(63 + bits);
      }
      if (any) out += fmt::format("#{}{}$", shade, row);
    }
    out += "-";
  }
  return out + "\033\\\n";
}

}  // namespace ap::cli

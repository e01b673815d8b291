#include "adapters/mail/mbox.h"

#include <algorithm>
#include <string_view>

namespace ap::mail {
namespace {

// The first line of `text` with its end, which is removed from it.
std::string_view take_line(std::string_view& text) {
  std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end == std::string_view::npos ? text.size() : end + 1);
  text.remove_prefix(line.size());
  return line;
}

bool is_blank(std::string_view line) { return line == "\n" || line == "\r\n"; }

// "Name: ..." (RFC 5322, 2.2).
bool begins_with_header(std::string_view text) {
  std::size_t colon = text.substr(0, 100).find(':');
  if (colon == 0 || colon == std::string_view::npos) return false;
  return std::ranges::all_of(text.substr(0, colon), [](unsigned char c) { return c > 0x20 && c < 0x7F; });
}

bool is_quoted_from(std::string_view line) {
  std::size_t quotes = line.find_first_not_of('>');
  return quotes != 0 && quotes != std::string_view::npos && line.substr(quotes).starts_with("From ");
}

// The blank line before a divider belongs to the divider.
void drop_last_blank_line(std::string& message) {
  for (std::string_view end : {"\r\n\r\n", "\n\n"}) {
    if (message.ends_with(end)) {
      message.resize(message.size() - end.size() / 2);
      return;
    }
  }
}

}  // namespace

std::expected<std::vector<std::string>, ReadFailure> split_mbox(Bytes bytes, const ReadLimits& limits) {
  std::vector<std::string> messages;
  std::string_view rest = as_text(bytes);
  bool after_blank = true;
  while (!rest.empty()) {
    std::string_view line = take_line(rest);
    if (after_blank && line.starts_with("From ") && begins_with_header(rest)) {
      if (!messages.empty()) drop_last_blank_line(messages.back());
      if (messages.size() >= static_cast<std::size_t>(limits.mbox_messages)) {
        return std::unexpected(ReadFailure{ReadFailureKind::resource_limit,
                                           "the mbox holds more messages than mbox_messages = " +
                                               std::to_string(limits.mbox_messages) + " allows; split it"});
      }
      messages.emplace_back();
    } else if (!messages.empty()) {
      messages.back() += is_quoted_from(line) ? line.substr(1) : line;
    }
    after_blank = is_blank(line);
  }
  if (messages.empty()) {
    return std::unexpected(ReadFailure{ReadFailureKind::unreadable, "no message begins in this mbox"});
  }
  return messages;
}

}  // namespace ap::mail

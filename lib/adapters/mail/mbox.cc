// Cutting an mbox needs no library: its messages begin at lines "From ..." after a blank line (RFC 4155, appendix A).
#include <string_view>

#include "adapters/mail/mail_reader.h"

namespace ap::mail {
namespace {

// "From sender date": at the start of the file or after a blank line.
bool begins_message(std::string_view line, bool after_blank) { return after_blank && line.starts_with("From "); }

// ">From ", ">>From ": one level of quoting comes off (mboxrd).
std::string_view unquoted(std::string_view line) {
  std::size_t quotes = line.find_first_not_of('>');
  if (quotes == 0 || quotes == std::string_view::npos || !line.substr(quotes).starts_with("From ")) return line;
  return line.substr(1);
}

bool blank(std::string_view line) { return line == "\n" || line == "\r\n"; }

}  // namespace

std::expected<std::vector<std::string>, ReadFailure> split_mbox(Bytes bytes, const ReadLimits& limits) {
  std::string_view rest = as_text(bytes);
  if (!rest.starts_with("From "))
    return std::unexpected(ReadFailure{ReadFailureKind::unreadable, "this is no mbox: its first line must begin with 'From '"});
  std::vector<std::string> messages;
  bool after_blank = true;
  while (!rest.empty()) {
    std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end == std::string_view::npos ? rest.size() : end + 1);
    rest.remove_prefix(line.size());
    if (begins_message(line, after_blank)) {
      if (messages.size() >= std::size_t(limits.mbox_messages))
        return std::unexpected(ReadFailure{ReadFailureKind::resource_limit,
                                           "the mbox holds more than " + std::to_string(limits.mbox_messages) +
                                               " messages; split it, or raise limits.mbox_messages"});
      messages.emplace_back();
    } else {
      messages.back() += unquoted(line);
    }
    after_blank = blank(line);
  }
  // The blank line before the next "From " belongs to the format, not to the message.
  for (std::string& message : messages) {
    if (message.ends_with("\r\n\r\n")) message.resize(message.size() - 2);
    else if (message.ends_with("\n\n")) message.pop_back();
  }
  return messages;
}

}  // namespace ap::mail

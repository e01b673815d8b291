// A Reader for tests of stages: knows types by their first bytes, and mails in a form that tests write by hand:
//   "Mail <id>\n" then one "name=bytes\n" per attachment.  An mbox: "Mbox\n", mails separated by "---\n".
#pragma once

#include <sstream>

#include "core/error.h"
#include "ports/reader.h"

namespace ap::test {

class PlainReader : public Reader {
 public:
  bool no_worker = false;

  std::expected<Inspection, ReadFailure> inspect(Bytes bytes) override {
    auto text = as_text(bytes);
    if (no_worker) return std::unexpected(ReadFailure{ReadFailureKind::no_worker, "no worker could be started"});
    if (text.starts_with("%PDF-locked")) return std::unexpected(ReadFailure{ReadFailureKind::encrypted, "needs a password"});
    if (text.starts_with("%PDF")) return Inspection{"application/pdf", 1, false};
    if (text.starts_with("<")) return Inspection{"application/xml", 0, false};
    if (text.starts_with("Mail ")) return Inspection{"message/rfc822", 0, false};
    if (text.starts_with("Mbox\n")) return Inspection{"application/mbox", 0, false};
    return std::unexpected(ReadFailure{ReadFailureKind::unsupported_type, "is of no type that is read"});
  }

  std::expected<MailReading, ReadFailure> read_mail(Bytes bytes) override {
    std::istringstream lines{std::string(as_text(bytes))};
    std::string line;
    std::getline(lines, line);
    MailReading mail;
    mail.info.message_id = line.substr(5);
    for (int number = 1; std::getline(lines, line); ++number) {
      auto equal = line.find('=');
      auto name = line.substr(0, equal);
      if (name == "logo")
        mail.dropped.push_back({name, "image/png", "small inline picture", line.size() - equal - 1});
      else
        mail.parts.push_back({name, "", std::to_string(number), line.substr(equal + 1)});
    }
    return mail;
  }

  std::expected<std::vector<std::string>, ReadFailure> split_mbox(Bytes bytes) override {
    std::vector<std::string> mails;
    auto text = as_text(bytes).substr(5);
    while (!text.empty()) {
      auto end = text.find("---\n");
      mails.emplace_back(text.substr(0, end));
      text.remove_prefix(end == text.npos ? text.size() : end + 4);
    }
    return mails;
  }

  std::expected<PageReading, ReadFailure> read_pages(Bytes, const PageOptions&) override { return unused(); }
  std::expected<EInvoiceReading, ReadFailure> read_einvoice(Bytes, const EInvoiceOptions&) override { return unused(); }
  std::expected<std::string, ReadFailure> render_png(Bytes, int, int) override { return unused(); }

 private:
  static std::unexpected<ReadFailure> unused() {
    return std::unexpected(ReadFailure{ReadFailureKind::unsupported_type, "not read in this test"});
  }
};

}  // namespace ap::test

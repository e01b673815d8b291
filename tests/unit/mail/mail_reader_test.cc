#include "adapters/mail/mail_reader.h"

#include "adapters/mail/mbox.h"

#include <doctest/doctest.h>

using namespace ap;

namespace {

std::expected<MailReading, ReadFailure> read(std::string_view text, ReadLimits limits = {}) {
  return mail::read_message(as_bytes(text), limits);
}

constexpr std::string_view kMail =
    "From: Anna <anna@example.org>\r\nMessage-ID: <7@example.org>\r\nSubject: =?utf-8?q?Rechnung_f=C3=BCr_Mai?=\r\n"
    "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    "--b\r\nContent-Type: text/plain\r\n\r\nhello\r\n"
    "--b\r\nContent-Type: application/octet-stream; name=\"a.pdf\"\r\nContent-Disposition: inline\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQK\r\n"
    "--b\r\nContent-Type: image/png\r\nContent-Disposition: inline; filename=logo.png\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\niVBORw==\r\n"
    "--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: b@example.org\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n"
    "--c\r\nContent-Type: text/xml\r\nContent-Disposition: attachment; filename*=utf-8''r%C3%A9.xml\r\n\r\n<a/>\r\n--c--\r\n"
    "--b\r\nContent-Type: application/pgp-signature\r\n\r\nxx\r\n"
    "--b--\r\n";

}  // namespace

TEST_CASE("attachments are taken, nested messages walked, decoration dropped with the reason") {
  auto mail = read(kMail);
  REQUIRE(mail);
  CHECK(mail->info.message_id == "7@example.org");
  CHECK(mail->info.subject == "Rechnung für Mai");
  CHECK(mail->info.from == "Anna <anna@example.org>");
  REQUIRE(mail->parts.size() == 2);
  CHECK(mail->parts[0].name == "a.pdf");
  CHECK(mail->parts[0].bytes == "%PDF-1.4\n");
  CHECK(mail->parts[0].locator == "2");
  CHECK(mail->parts[1].name == "ré.xml");
  CHECK(mail->parts[1].bytes == "<a/>");
  CHECK(mail->parts[1].locator == "4.1");
  REQUIRE(mail->dropped.size() == 2);
  CHECK(mail->dropped[0].name == "logo.png");
  CHECK(mail->dropped[1].media_type == "application/pgp-signature");
  for (const Dropped& dropped : mail->dropped) CHECK_FALSE(dropped.reason.empty());
}

TEST_CASE("limits on parts, depth and size refuse the mail and name the limit") {
  CHECK(read(kMail, {.mail_parts = 4}).error().message.find("mail_parts = 4") != std::string::npos);
  CHECK(read(kMail, {.mail_parts = 5}));
  CHECK(read(kMail, {.mail_depth = 2}).error().message.find("mail_depth = 2") != std::string::npos);
  CHECK(read(kMail, {.attachment_bytes = 8}).error().code() == "RESOURCE_LIMIT");
}

TEST_CASE("a mail whose body is the document itself is taken") {
  auto mail = read("From: a@example.org\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4\n");
  REQUIRE(mail);
  REQUIRE(mail->parts.size() == 1);
  CHECK(mail->parts[0].locator == "1");
}

TEST_CASE("an mbox is cut at From lines after a blank line, and unquoted") {
  auto messages = mail::split_mbox(
      as_bytes("From a Mon\nSubject: 1\n\nbody\nFrom here on\n>From quoted\n\nFrom b Tue\nSubject: 2\n\nlast\n"), {});
  REQUIRE(messages);
  REQUIRE(messages->size() == 2);
  CHECK((*messages)[0] == "Subject: 1\n\nbody\nFrom here on\nFrom quoted\n");
  CHECK((*messages)[1] == "Subject: 2\n\nlast\n");
  CHECK_FALSE(mail::split_mbox(as_bytes("Subject: x\n\n"), {}));
  CHECK_FALSE(mail::split_mbox(as_bytes("From a\n\nFrom b\n\n"), {.mbox_messages = 1}));
}

#include "supervise/sniff.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace std::string_view_literals;
using ap::ReadFailureKind;
using ap::worker::Kind;
using ap::worker::sniff;

std::string refusal(std::string_view bytes) {
  auto kind = sniff(bytes);
  REQUIRE_FALSE(kind);
  return kind.error().message;
}

}  // namespace

TEST_CASE("what we read is known by its first bytes") {
  CHECK(sniff("%PDF-1.7\n") == Kind::pdf);
  CHECK(sniff("\x00junk\n%PDF-1.4"sv) == Kind::pdf);  // noise before the header, as mail gateways leave
  CHECK(sniff("\xFF\xD8\xFF\xE0") == Kind::jpeg);
  CHECK(sniff("\x89PNG\r\n\x1A\n") == Kind::png);
  CHECK(sniff("II*\0"sv) == Kind::tiff);
  CHECK(sniff("MM\0*"sv) == Kind::tiff);
  CHECK(sniff("<?xml version='1.0'?><Invoice/>") == Kind::xml);
  CHECK(sniff("\xEF\xBB\xBF  <Invoice/>") == Kind::xml);
  CHECK(sniff("\xFF\xFE<\0I\0"sv) == Kind::xml);
  CHECK(sniff("From: a@example.com\r\nSubject: Invoice\r\n\r\n%PDF-") == Kind::message);
  CHECK(sniff("Received: from x\r\n\tby y\r\nDate: today\r\n\r\n") == Kind::message);
  CHECK(sniff("From a@example.com Mon Nov  2 10:00:00 2026\nFrom: a@example.com\nSubject: x\n\n") == Kind::mbox);
}

TEST_CASE("what we do not read is refused by name, with what to do") {
  CHECK(refusal("PK\x03\x04").find("ZIP") != std::string::npos);
  CHECK(refusal("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").find("Office") != std::string::npos);
  CHECK(refusal("<!DOCTYPE html><html>").find("web page") != std::string::npos);
  CHECK(refusal("<?xml version='1.0'?>\n<html xmlns='x'>").find("web page") != std::string::npos);
  CHECK(refusal("\x7F"
                "ELF\x02")
            .find("program") != std::string::npos);
  CHECK(refusal("MZ\x90").find("program") != std::string::npos);
  CHECK(refusal("{\\rtf1").find("RTF") != std::string::npos);
  CHECK(refusal("\0\0\0\x18"
                "ftypheic"sv)
            .find("HEIC") != std::string::npos);
  CHECK(refusal("\0\0\0\x24"
                "ftypmif1"sv)
            .find("HEIC") != std::string::npos);
  CHECK(refusal("\xFF\xFE\0\0<\0\0\0"sv).find("UTF-32") != std::string::npos);
  CHECK(refusal("\x4C\x6F\xA7\x94\x93").find("EBCDIC") != std::string::npos);
  CHECK(sniff("Dear Sir: how are you").error().kind == ReadFailureKind::unsupported_type);
  CHECK(sniff("\r\n\r\n").error().kind == ReadFailureKind::unsupported_type);
}

TEST_CASE("an empty file is unreadable, not unsupported") {
  CHECK(sniff("").error().kind == ReadFailureKind::unreadable);
}

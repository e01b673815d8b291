#include "stages/explain.h"

#include <fmt/format.h>

#include "core/fields.h"

namespace ap {
namespace {

// Where what is said of a value begins; the values themselves stand at the left.
constexpr std::string_view kIndent = "      ";

std::string line(std::string_view what, std::string_view text) {
  return text.empty() ? "" : fmt::format("{}{:<8} {}\n", kIndent, what, text);
}

// Control characters and line ends would let a document draw on the terminal.
std::string plain(std::string_view text) {
  std::string out;
  for (char c : text) out += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
  return out;
}

std::string confidence(Confidence parts) { return fmt::format("{}.{:03}", parts / 1000, parts % 1000); }

std::string points(std::int32_t hundredths) { return fmt::format("{}.{}", hundredths / 100, hundredths % 100 / 10); }

std::string place(const Evidence& e) {
  if (e.page == 0) return e.how == How::einvoice ? "the e-invoice's XML" : "no page: it follows from other values";
  std::string out = fmt::format("page {}", e.page);
  if (e.box)
    out += fmt::format(", box {} {} {} {}", points(e.box->x0), points(e.box->y0), points(e.box->x1), points(e.box->y1));
  return out;
}

// What kind of witness it is, in words.
std::string_view witness(How how) {
  switch (how) {
    case How::label:
      return "named by its label";
    case How::layout:
      return "by its place";
    case How::einvoice:
      return "said by the e-invoice";
    case How::arithmetic:
      return "by arithmetic";
    case How::checksum:
      return "its check digits hold";
    case How::vendor:
      return "learned from this vendor's corrections";
    case How::qr:
      return "said by a code on the page";
    case How::correction:
      return "set by a person";
  }
  return "";
}

std::string value_text(const std::string& path, const std::string& value, const Evidence* e) {
  if (!e) return fmt::format("  {} = {}\n{}no evidence\n", path, plain(value), kIndent);
  std::string out = fmt::format("  {} = {}   {} {}\n", path, plain(value), confidence(e->confidence), witness(e->how));
  out += line("where", place(*e));
  if (e->text != value) out += line("printed", plain(e->text));
  out += line("label", plain(e->label));
  out += line("because", plain(e->reason));
  out += line("proof", plain(e->proof));
  for (const Alternative& a : e->alternatives)
    out += line("not", fmt::format("{}   {}{}{}", plain(a.value), confidence(a.confidence),
                                   a.reason.empty() ? "" : ": ", plain(a.reason)));
  return out;
}

std::string heading(const Record& record) {
  std::string out = plain(record.source.name.empty() ? record.id : record.source.name);
  out += fmt::format("\n  document {}, {}", record.id.empty() ? "without id" : record.id, to_string(record.state));
  if (record.extraction) {
    const Extraction& e = *record.extraction;
    out += fmt::format(", read as {}", e.method);
    if (e.pages > 0) out += fmt::format(", {} page{}", e.pages, e.pages == 1 ? "" : "s");
    if (!e.language.empty()) out += ", language " + plain(e.language);
  }
  return out + "\n";
}

}  // namespace

std::string explain_text(const Record& record) {
  std::string out = heading(record);
  if (record.invoice) {
    for (const std::string& path : present_fields(*record.invoice)) {
      auto found = record.evidence.find(path);
      const Evidence* evidence = found == record.evidence.end() ? nullptr : &found->second;
      std::string value = get_field(*record.invoice, path).value_or("");
      if (path.ends_with(".charge") && value == "false" && !evidence) continue;  // what it is without being said
      out += value_text(path, value, evidence);
    }
  }
  for (const Finding& f : record.findings)
    out += fmt::format("  {} {}{}: {}\n", to_string(f.severity), f.rule, f.field.empty() ? "" : " on " + f.field,
                       plain(f.message));
  return out + "\n";
}

}  // namespace ap

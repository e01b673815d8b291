// For training: what the extractor weighs of each document, as NDJSON. Usage: training-features [--forget N] FILE...
// --forget: each file is read N times more, each time with other phrases of the lexicon taken as unknown. A FILE whose
// name ends in .pages is one that read-pages has dumped: its pages are not read again.
//
// One line per file: {"file", "triples": [[net, tax, gross, {"feature": value}]], "values": {path: {"value", "family",
// "features": {..}}}}. scripts/train-totals and scripts/train-confidence read it; nothing of it is shipped.
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string_view>

#include "adapters/sandbox/page_file.h"
#include "adapters/sandbox/sandbox_reader.h"
#include "core/fields.h"
#include "extract/calibration.h"
#include "extract/extract.h"
#include "extract/totals_features.h"

namespace {

using ap::extract::TrainingTrace;

std::string json_text(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) >= 0x20) out += c;
  }
  return out + '"';
}

std::string optional_amount(const std::optional<ap::Decimal>& value) {
  return value ? json_text(value->str()) : std::string("null");
}

std::string triples_of(const TrainingTrace& trace) {
  std::string out;
  for (const auto& row : trace.triples) {
    std::string features;
    for (std::size_t i = 0; i < row.features.size(); ++i) {
      if (row.features[i] == 0) continue;
      features += fmt::format("{}\"{}\":{:.4g}", features.empty() ? "" : ",",
                              ap::extract::reading::triple_feature_name(static_cast<int>(i)), row.features[i]);
    }
    out += fmt::format("{}[{},{},{},{{{}}}]", out.empty() ? "" : ",", optional_amount(row.net),
                       optional_amount(row.tax), optional_amount(row.gross), features);
  }
  return out;
}

std::string values_of(const TrainingTrace& trace) {
  std::string out;
  for (const auto& row : trace.values) {
    std::string features;
    for (std::size_t i = 0; i < row.features.size(); ++i) {
      if (row.features[i] == 0) continue;
      features += fmt::format("{}\"{}\":{:.4g}", features.empty() ? "" : ",",
                              ap::extract::confidence_feature_name(static_cast<int>(i)), row.features[i]);
    }
    out += fmt::format("{}{}:{{\"value\":{},\"family\":{},\"features\":{{{}}}}}", out.empty() ? "" : ",",
                       json_text(row.path), json_text(row.value), json_text(ap::extract::confidence_family(row.path)),
                       features);
  }
  return out;
}

// The document's own name, which is that of the dump without its ending.
std::string name_of(const std::filesystem::path& file) {
  return file.extension() == ".pages" ? file.stem().string() : file.filename().string();
}

std::expected<ap::PageReading, ap::ReadFailure> read(ap::Reader& reader, const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (path.extension() != ".pages") return reader.read_pages(ap::as_bytes(bytes), {});
  ap::PageReading known;
  if (ap::decode_page_file(bytes, known)) return known;
  return std::unexpected(ap::ReadFailure{.message = "no pages of this version; dump it again"});
}

}  // namespace

int main(int count, char** arguments) {
  int first = 1, rounds = 0;
  if (count > 2 && std::string_view(arguments[1]) == "--forget") rounds = std::atoi(arguments[2]), first = 3;
  auto reader = ap::open_sandbox_reader({});
  int failures = 0;
  for (int i = first; i < count; ++i) {
    auto reading = read(*reader, arguments[i]);
    if (!reading) {
      std::cerr << arguments[i] << ": " << reading.error().message << '\n';
      ++failures;
      continue;
    }
    for (int round = 0; round <= rounds; ++round) {
      TrainingTrace trace;
      trace.forget = round == 0 ? 0 : static_cast<unsigned>(i * 97 + round);
      ap::extract::ExtractOptions options{.today = *ap::Date::parse("2026-11-22"), .own_names = {}, .trace = &trace};
      auto extraction = ap::extract::extract_invoice(reading->pages.unpacked(), options);
      std::cout << fmt::format("{{\"file\":{},\"triples\":[{}],\"values\":{{{}}}}}\n", json_text(name_of(arguments[i])),
                               round == 0 ? triples_of(trace) : "", values_of(trace));
    }
  }
  return failures > 0;
}

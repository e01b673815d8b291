#include "cli/stage_settings.h"

#include <fmt/format.h>

#include "core/error.h"
#include "stages/duplicate_index.h"

namespace ap::cli {
namespace {

[[noreturn]] void fail(const Settings& settings, std::string_view key, const std::string& what) {
  throw Error(ErrorKind::config, fmt::format("{} ({}): {}", key, settings.origin(key), what), "see ap.toml(5)");
}

Decimal decimal(const Settings& settings, std::string_view key) {
  return Decimal::parse(settings.text(key)).value_or(Decimal());
}

std::optional<Decimal> limit_unless_zero(const Settings& settings, std::string_view key) {
  Decimal value = decimal(settings, key);
  return value.is_zero() ? std::nullopt : std::optional(value);
}

// A probability "0.97" in thousandths.
Confidence confidence(const Settings& settings, std::string_view key, std::string_view text) {
  auto value = Decimal::parse(text);
  if (!value || *value > Decimal(1) || *value < Decimal(0))
    fail(settings, key, fmt::format("'{}' is not between 0 and 1", text));
  std::string thousandths = (*value * Decimal(kCertain)).rounded(0).str();
  return std::stoi(thousandths);
}

// "EUR=10000" -> EUR, 10000.
std::pair<std::string, std::string> assignment(const Settings& settings, std::string_view key,
                                               const std::string& entry) {
  auto equals = entry.find('=');
  if (equals == std::string::npos || equals == 0) fail(settings, key, fmt::format("'{}' is not NAME=VALUE", entry));
  return {entry.substr(0, equals), entry.substr(equals + 1)};
}

}  // namespace

ExtractSettings extract_settings(const Settings& settings) {
  std::string ocr = settings.text("reader.ocr");
  ExtractSettings out;
  out.ocr = ocr == "always" ? OcrUse::always : ocr == "never" ? OcrUse::never : OcrUse::automatic;
  out.languages = settings.list("reader.languages");
  out.split = settings.text("reader.split") != "never";
  out.own_names = settings.list("company.names");
  out.document_bytes = static_cast<std::uint64_t>(settings.integer("limits.document_bytes"));
  return out;
}

ValidateOptions validate_options(const Settings& settings) {
  ValidateOptions out;
  out.rule_sets = rule_sets_from(settings.text("validate.rules")).value_or(RuleSets::automatic);
  out.document_bytes = static_cast<std::uint64_t>(settings.integer("limits.document_bytes"));
  rules::Settings& to = out.settings;
  auto groups = settings.list("validate.required_controls");
  to.required_controls = {groups.begin(), groups.end()};
  if (auto unknown = unknown_groups(to); !unknown.empty()) {
    fail(settings, "validate.required_controls", fmt::format("there is no group of controls '{}'", unknown.front()));
  }
  to.total_tolerance = decimal(settings, "validate.total_tolerance");
  to.tax_tolerance = decimal(settings, "validate.tax_tolerance");
  to.amount_limit = decimal(settings, "validate.amount_limit");
  for (const std::string& entry : settings.list("validate.amount_limits")) {
    auto [currency, text] = assignment(settings, "validate.amount_limits", entry);
    auto limit = Decimal::parse(text);
    if (!limit) fail(settings, "validate.amount_limits", fmt::format("'{}' is no amount", text));
    to.amount_limits.emplace(currency, *limit);
  }
  to.old_invoice_days = static_cast<int>(settings.integer("validate.old_invoice_days"));
  to.price_percent = decimal(settings, "validate.price_percent");
  to.amount_percent = decimal(settings, "validate.amount_percent");
  to.quantity_percent = decimal(settings, "validate.quantity_percent");
  to.receipt_percent = decimal(settings, "validate.receipt_percent");
  to.extra_cost_limit = decimal(settings, "validate.extra_cost_limit");
  to.price_absolute = limit_unless_zero(settings, "validate.price_absolute");
  to.amount_absolute = limit_unless_zero(settings, "validate.amount_absolute");
  to.quantity_absolute = limit_unless_zero(settings, "validate.quantity_absolute");
  to.sanctions_likeness =
      confidence(settings, "validate.sanctions_likeness", settings.text("validate.sanctions_likeness"));
  to.terms_tolerance_days = static_cast<int>(settings.integer("validate.terms_tolerance_days"));
  to.anomaly_percent = static_cast<int>(settings.integer("validate.anomaly_percent"));
  to.anomaly_count = static_cast<int>(settings.integer("validate.anomaly_count"));
  to.split_percent = static_cast<int>(settings.integer("validate.split_percent"));
  to.split_days = static_cast<int>(settings.integer("validate.split_days"));
  to.confidence = confidence(settings, "validate.confidence", settings.text("validate.confidence"));
  for (const std::string& entry : settings.list("validate.confidences")) {
    auto [field, text] = assignment(settings, "validate.confidences", entry);
    to.confidences[field] = confidence(settings, "validate.confidences", text);
  }
  return out;
}

std::function<void(const Record&)> note_document(Context& context) {
  return [&context](const Record& record) {
    if (Store* store = context.store()) note_for_duplicates(*store, record);
  };
}

}  // namespace ap::cli

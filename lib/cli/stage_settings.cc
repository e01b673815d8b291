#include "cli/stage_settings.h"

#include <fmt/format.h>

#include "cli/policy_file.h"
#include "core/error.h"
#include "rules/limits.h"
#include "stages/decide.h"
#include "stages/duplicate_index.h"

namespace ap::cli {
namespace {

[[noreturn]] void fail(const Settings& settings, std::string_view key, const std::string& what) {
  throw Error(ErrorKind::config, fmt::format("{} ({}): {}", key, settings.origin(key), what), "see ap.toml(5)");
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

ExtractBesides besides(std::optional<FileContent> content) {
  if (!content) return {};
  return {.content = std::move(content->bytes), .begun = std::move(content->begun)};
}

ValidateOptions validate_options(const Settings& settings) {
  ValidateOptions out;
  out.rule_sets = rule_sets_from(settings.text("validate.rules")).value_or(RuleSets::automatic);
  out.document_bytes = static_cast<std::uint64_t>(settings.integer("limits.document_bytes"));
  for (const rules::LimitInfo& row : rules::limit_table()) {
    std::string key = fmt::format("validate.{}", row.name);
    auto values = rules::is_list(row.form) ? settings.list(key) : std::vector<std::string>{settings.text(key)};
    if (auto done = rules::set_limit(out.settings, row.name, values); !done) fail(settings, key, done.error());
    out.origins[std::string(row.name)] = settings.origin(key);
  }
  out.version = policy_version(out.settings);
  if (std::string policy = settings.text("validate.policy"); !policy.empty()) out.policy = read_policy(policy);
  return out;
}

std::function<void(const Record&)> note_document(Context& context) {
  return [&context](const Record& record) {
    if (Store* store = context.store()) note_for_duplicates(*store, record);
  };
}

}  // namespace ap::cli

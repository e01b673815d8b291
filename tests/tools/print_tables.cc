// Prints one of the program's tables as mdoc, for scripts/update-man: settings, metrics or rules.
#include <fmt/format.h>

#include <cstdio>
#include <string>
#include <string_view>

#include "cli/metrics.h"
#include "cli/settings.h"
#include "core/master_kinds.h"
#include "rules/policy/subject.h"
#include "rules/registry.h"

namespace {

std::string_view form_of(const ap::cli::SettingInfo& row) {
  switch (row.type) {
    case ap::cli::SettingType::text:
      return "text";
    case ap::cli::SettingType::path:
      return "path";
    case ap::cli::SettingType::integer:
      return "whole number";
    case ap::cli::SettingType::decimal:
      return "number in quotes";
    case ap::cli::SettingType::boolean:
      return "true or false";
    case ap::cli::SettingType::choice:
      return "word";
    case ap::cli::SettingType::date:
      return "date";
    case ap::cli::SettingType::text_list:
      return "list";
    case ap::cli::SettingType::secret:
      return "secret";
  }
  return "";
}

// mdoc: a backslash is \e, a line must not begin with a point or quote.
std::string escape(std::string_view text) {
  std::string out = text.starts_with('.') || text.starts_with('\'') ? "\\&" : "";
  for (std::size_t i = 0; i < text.size(); ++i) {
    // A new sentence begins a new line.
    bool sentence = i > 1 && text[i] == ' ' && text[i - 1] == '.' && i + 1 < text.size() && text[i + 1] < 'a';
    out += text[i] == '\\' ? std::string("\\e") : std::string(1, sentence ? '\n' : text[i]);
  }
  return out;
}

std::string capital(std::string_view text) {
  std::string out = escape(text);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

std::string settings() {
  std::string out = ".Bl -tag -width Ds\n";
  for (const auto& row : ap::cli::settings_table()) {
    bool secret = row.type == ap::cli::SettingType::secret;
    out += fmt::format(".It Cm {}{}\n{}\n", row.key, secret ? "_file" : "", escape(row.meaning));
    out += fmt::format("{}", secret ? "The file is given here" : fmt::format("Form: {}", form_of(row)));
    if (!row.words.empty()) out += fmt::format(", one of {}", row.words);
    if (row.type == ap::cli::SettingType::integer && row.highest != INT64_MAX) {
      out += fmt::format(" from {} to {}", row.lowest, row.highest);
    } else if (row.type == ap::cli::SettingType::integer) {
      out += fmt::format(" from {}", row.lowest);
    }
    if (!row.fallback.empty()) out += fmt::format("; default {}", row.fallback);
    if (row.key.starts_with("authority."))
      out += ".\nNo variable sets it.\n";
    else
      out += fmt::format(".\nVariable\n.Ev {} .\n", ap::cli::environment_name(row.key));
  }
  return out + ".El\n";
}

std::string metrics() {
  std::string out = ".Bl -tag -width Ds\n";
  for (const auto& row : ap::cli::metric_table()) {
    out += fmt::format(".It Cm {}{}\n{}\n", row.name, row.labels.empty() ? "" : fmt::format(" Bq {}", row.labels),
                       escape(row.help));
    out += fmt::format("A {}, written by {}.\n", row.type, row.written);
  }
  return out + ".El\n";
}

std::string rules() {
  std::string out, set, group;
  for (const ap::rules::RuleInfo* row : ap::rules::all_rules()) {
    if (row->set != set || row->group != group) {
      if (!set.empty()) out += ".El\n";
      set = row->set;
      group = row->group;
      out += fmt::format(".Ss {}{}\n.Bl -tag -width Ds\n", set, group.empty() || group == set ? "" : ": " + group);
    }
    out += fmt::format(".It Cm {} Pq {}{}\n{}.\n", row->id, ap::to_string(row->severity), row->review ? ", review" : "",
                       capital(row->summary));
  }
  return out.empty() ? out : out + ".El\n";
}

std::string master() {
  std::string out;
  for (const ap::MasterKindInfo& info : ap::master_kinds()) {
    out += fmt::format(".Ss {}\n{}.\n.Bl -tag -width Ds\n", info.name, capital(info.meaning));
    for (const ap::Column& column : ap::columns_of(info.kind)) {
      std::string meaning(column.meaning.empty() ? column.words : column.meaning);
      out += fmt::format(".It Cm {}{}\n{}.\n", column.name, column.required ? " Pq required" : "",
                         escape(capital(meaning)));
      if (!column.words.empty() && !column.meaning.empty()) out += fmt::format("One of {}.\n", column.words);
      if (!column.example.empty()) out += fmt::format("Example: {}.\n", escape(column.example));
    }
    out += ".El\n";
  }
  return out;
}

std::string_view kind_name(ap::rules::FieldKind kind) {
  return kind == ap::rules::FieldKind::number ? "number" : kind == ap::rules::FieldKind::date ? "date" : "text";
}

std::string policy() {
  std::string out = ".Bl -tag -width Ds\n";
  for (const ap::rules::PolicyField& field : ap::rules::policy_fields())
    out += fmt::format(".It Cm {} Pq {}{}\n{}.\n", field.name, field.many ? "list, " : "", kind_name(field.kind),
                       capital(field.meaning));
  return out + ".El\n";
}

}  // namespace

int main(int argc, char** argv) {
  std::string_view table = argc == 2 ? argv[1] : "";
  std::string text = table == "settings"  ? settings()
                     : table == "metrics" ? metrics()
                     : table == "rules"   ? rules()
                     : table == "master"  ? master()
                     : table == "policy"  ? policy()
                                          : "";
  if (text.empty()) {
    std::fputs("usage: print_tables settings|metrics|rules|master|policy\n", stderr);
    return 64;
  }
  std::fwrite(text.data(), 1, text.size(), stdout);
  return 0;
}

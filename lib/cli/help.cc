// --help from the grammar of a command.
#include <fmt/format.h>

#include <algorithm>

#include "cli/option_table.h"

namespace ap::cli {
namespace {

constexpr std::size_t kHelpColumn = 32;
constexpr std::size_t kWidth = 100;

std::string usage_line(const Grammar& grammar) {
  std::string out = "Usage: " + grammar.name + " [OPTION]...";
  if (!grammar.commands.empty()) out += " COMMAND";
  for (const Argument& argument : grammar.arguments) {
    std::string word = argument.metavar + (argument.repeatable ? "..." : "");
    out += argument.required ? " " + word : " [" + word + "]";
  }
  return out + "\n";
}

// `left`, then `text` wrapped in a column of its own.
std::string entry(std::string left, std::string_view text) {
  std::string out = "  " + std::move(left);
  std::size_t column = out.size();
  if (column + 2 > kHelpColumn) {
    out += "\n";
    column = 0;
  }
  out.append(kHelpColumn - column, ' ');
  column = kHelpColumn;
  while (!text.empty()) {
    std::size_t end = std::min(text.find(' '), text.size());
    if (column + end > kWidth && column > kHelpColumn) {
      out.back() = '\n';
      out.append(kHelpColumn, ' ');
      column = kHelpColumn;
    }
    out += text.substr(0, end);
    column += end + 1;
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!text.empty()) out.push_back(' ');
  }
  return out + "\n";
}

std::string left_side(const OptionInfo& option) {
  std::string names = option.names;
  auto comma = names.find(',');
  names = comma == std::string::npos ? (names.starts_with("--") ? "    " + names : names)
                                     : names.substr(0, comma) + ", " + names.substr(comma + 1);
  return option.metavar.empty() ? names : names + " " + option.metavar;
}

}  // namespace

std::string help_text(const Grammar& grammar) {
  std::string out = usage_line(grammar) + grammar.name + ": " + grammar.summary + "\n";
  if (!grammar.commands.empty()) out += "\nCommands:\n";
  for (const Grammar& command : grammar.commands) {
    out += entry(command.name.substr(command.name.rfind(' ') + 1), command.summary);
  }
  if (!grammar.arguments.empty()) out += "\nArguments:\n";
  for (const Argument& argument : grammar.arguments) out += entry(argument.metavar, argument.help);
  // The command's own options first: they are what one looks for.
  auto is_shared = [](const OptionInfo& option) {
    return std::any_of(shared_options().begin(), shared_options().end(),
                       [&](const SharedOption& shared) { return shared.names == option.names; });
  };
  for (bool shared : {false, true}) {
    if (std::none_of(grammar.options.begin(), grammar.options.end(),
                     [&](const OptionInfo& option) { return is_shared(option) == shared; })) {
      continue;
    }
    out += shared ? "\nOptions that mean the same in every command:\n" : "\nOptions:\n";
    for (const OptionInfo& option : grammar.options) {
      if (is_shared(option) == shared) out += entry(left_side(option), option.help);
    }
  }
  if (!grammar.footer.empty()) out += "\n" + grammar.footer + "\n";
  return out;
}

}  // namespace ap::cli

// Completion scripts for bash, zsh and fish from the grammar of a command.
#include <fmt/format.h>

#include <algorithm>

#include "cli/option_table.h"

namespace ap::cli {
namespace {

// What completes after an option: a list of words, files, folders, or nothing known.
enum class Value { none, words, file, folder, other };

Value value_of(const OptionInfo& option) {
  if (option.metavar.empty()) return Value::none;
  if (option.metavar.find('|') != std::string::npos) return Value::words;
  if (option.metavar == "FILE" || option.metavar == "PATH") return Value::file;
  if (option.metavar == "DIR" || option.metavar == "FOLDER") return Value::folder;
  return Value::other;
}

std::string words_of(const OptionInfo& option) {
  std::string words = option.metavar;
  std::replace(words.begin(), words.end(), '|', ' ');
  return words;
}

std::string short_name(const OptionInfo& option) {
  auto comma = option.names.find(',');
  return comma == std::string::npos ? "" : option.names.substr(0, comma);
}

std::string identifier(std::string name) {
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '-' || c == ' '; }, '_');
  return name;
}

// In single quotes for all three shells; a quote inside is left out, no help text has one that matters.
std::string quoted(std::string text) {
  std::erase(text, '\'');
  return "'" + text + "'";
}

std::string bash_cases(const Grammar& grammar) {
  std::string out;
  for (const OptionInfo& option : grammar.options) {
    std::string pattern = long_name(option.names);
    if (std::string brief = short_name(option); !brief.empty()) pattern += "|" + brief;
    switch (value_of(option)) {
      case Value::none:
        break;
      case Value::words:
        out +=
            fmt::format("    {}) COMPREPLY=($(compgen -W '{}' -- \"$cur\")); return ;;\n", pattern, words_of(option));
        break;
      case Value::file:
        out += fmt::format("    {}) COMPREPLY=($(compgen -f -- \"$cur\")); return ;;\n", pattern);
        break;
      case Value::folder:
        out += fmt::format("    {}) COMPREPLY=($(compgen -d -- \"$cur\")); return ;;\n", pattern);
        break;
      case Value::other:
        out += fmt::format("    {}) return ;;\n", pattern);
        break;
    }
  }
  return out;
}

std::string long_names(const Grammar& grammar) {
  std::string out;
  for (const OptionInfo& option : grammar.options) out += (out.empty() ? "" : " ") + long_name(option.names);
  return out;
}

std::string last_word(const std::string& name) { return name.substr(name.rfind(' ') + 1); }

std::string bash(const Grammar& grammar) {
  std::string cases = bash_cases(grammar), commands, branches;
  for (const Grammar& command : grammar.commands) {
    cases += bash_cases(command);
    commands += (commands.empty() ? "" : " ") + last_word(command.name);
    branches +=
        fmt::format("      {}) words=\"$words {}\"; commands='' ;;\n", last_word(command.name), long_names(command));
  }
  return fmt::format(R"(# bash completion for {0}
_{1}() {{
  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}}
  local words='{2}' commands='{3}' word
  COMPREPLY=()
  case $prev in
{4}  esac
  for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    case $word in
{5}      *) ;;
    esac
  done
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
  elif [[ -n $commands ]]; then
    COMPREPLY=($(compgen -W "$commands" -- "$cur"))
  else
    COMPREPLY=($(compgen -f -- "$cur"))
  fi
}}
complete -o filenames -F _{1} {0}
)",
                     grammar.name, identifier(grammar.name), long_names(grammar), commands, cases, branches);
}

std::string zsh_option(const OptionInfo& option) {
  std::string help = option.help;
  for (char c : {'[', ']', ':'}) std::replace(help.begin(), help.end(), c, ' ');
  std::string value;
  switch (value_of(option)) {
    case Value::none:
      break;
    case Value::words:
      value = fmt::format(":word:({})", words_of(option));
      break;
    case Value::file:
      value = ":file:_files";
      break;
    case Value::folder:
      value = ":folder:_files -/";
      break;
    case Value::other:
      value = fmt::format(":{}: ", option.metavar);
      break;
  }
  std::string out;
  for (const std::string& name : {short_name(option), long_name(option.names)}) {
    std::string many = option.repeatable ? "*" : "";
    if (!name.empty()) out += " \\\n    " + quoted(fmt::format("{}{}[{}]{}", many, name, help, value));
  }
  return out;
}

std::string zsh(const Grammar& grammar) {
  std::string specs, commands;
  for (const OptionInfo& option : grammar.options) specs += zsh_option(option);
  for (const Grammar& command : grammar.commands) {
    commands += (commands.empty() ? "" : " ") + last_word(command.name);
    for (const OptionInfo& option : command.options) specs += zsh_option(option);
  }
  std::string rest = commands.empty() ? "'*:file:_files'"
                                      : quoted(fmt::format("1:command:({})", commands)) + " \\\n    '*:file:_files'";
  return fmt::format("#compdef {0}\n_arguments -s -S{1} \\\n    {2}\n", grammar.name, specs, rest);
}

std::string fish_option(const std::string& program, const OptionInfo& option, const std::string& condition) {
  std::string out = fmt::format("complete -c {}{}", program, condition);
  if (std::string brief = short_name(option); !brief.empty()) out += " -s " + brief.substr(1);
  out += " -l " + long_name(option.names).substr(2);
  switch (value_of(option)) {
    case Value::none:
      break;
    case Value::words:
      out += " -x -a " + quoted(words_of(option));
      break;
    case Value::file:
      out += " -r -F";
      break;
    case Value::folder:
      out += " -x -a '(__fish_complete_directories)'";
      break;
    case Value::other:
      out += " -x";
      break;
  }
  return out + " -d " + quoted(option.help) + "\n";
}

std::string fish(const Grammar& grammar) {
  std::string out = fmt::format("# fish completion for {}\n", grammar.name);
  for (const OptionInfo& option : grammar.options) out += fish_option(grammar.name, option, "");
  for (const Grammar& command : grammar.commands) {
    std::string word = last_word(command.name);
    out += fmt::format("complete -c {} -n __fish_use_subcommand -f -a {} -d {}\n", grammar.name, word,
                       quoted(command.summary));
    std::string condition = fmt::format(" -n '__fish_seen_subcommand_from {}'", word);
    for (const OptionInfo& option : command.options) out += fish_option(grammar.name, option, condition);
  }
  return out;
}

}  // namespace

std::string completion_script(const Grammar& grammar, std::string_view shell) {
  if (shell == "bash") return bash(grammar);
  if (shell == "zsh") return zsh(grammar);
  if (shell == "fish") return fish(grammar);
  return "";
}

}  // namespace ap::cli

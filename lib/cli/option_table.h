// The options that mean the same in every command, and the text made from option lists: help and completions.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"

namespace ap::cli {

struct SharedOption {
  std::string_view names, metavar, help, setting;
  bool everywhere;  // false: a command asks for it with Options::share()
};

std::span<const SharedOption> shared_options();

struct Argument {
  std::string metavar, help;
  bool required = false, repeatable = false;
};

// What a person can type: the source of help, completion and the man page check.
struct Grammar {
  std::string name, summary, footer;
  std::vector<OptionInfo> options;
  std::vector<Argument> arguments;
  std::vector<Grammar> commands;
};

// "--store" for "-s,--store".
std::string long_name(const std::string& names);

std::string help_text(const Grammar& grammar);
// `shell`: bash, zsh or fish; "" for any other.
std::string completion_script(const Grammar& grammar, std::string_view shell);

}  // namespace ap::cli

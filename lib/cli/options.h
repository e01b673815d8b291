// What a command accepts on its command line. Declaring and parsing open nothing: help, completion and usage errors
// need no database, no file and no worker.
//
// One list of OptionInfo per command is the source of --help, --completion and of the check of the man pages.
// Declare, then parse() once; the targets given by reference must outlive the object. Not thread-safe.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ap::cli {

// One option as a person sees it.
struct OptionInfo {
  std::string names;    // "-q,--quiet"
  std::string metavar;  // "FILE"; "" for a switch; "yes|no" style lists are completed as words
  std::string help;
  std::string setting;  // key in the settings table that the option sets, "" when it is the command's own
  bool repeatable = false;
};

// What parse() found to do. Everything but `run` has been answered on standard output or error already.
enum class ParseOutcome { run, done, usage_error };

class Options {
 public:
  // `name`: "ap-extract"; `summary`: one line that completes "ap-extract: ...".
  Options(std::string name, std::string summary);
  ~Options();
  Options(const Options&) = delete;

  // ---- shared options. Every command has --config --store --blobs --as-of --metrics --log-format -q -v --progress
  // --version --help --completion from the start; share() adds others of the shared table by name:
  // --jobs --limit --pending --again --dry-run --fail-on --files0-from. share_record_options() adds all of these.
  Options& share(std::string_view option);
  Options& share_record_options();

  // ---- the command's own
  Options& flag(std::string_view names, bool& target, std::string_view help);
  Options& value(std::string_view names, std::string_view metavar, std::string& target, std::string_view help);
  Options& number(std::string_view names, std::string_view metavar, std::int64_t& target, std::string_view help);
  Options& list(std::string_view names, std::string_view metavar, std::vector<std::string>& target,
                std::string_view help);  // may be given several times, one value each
  Options& choice(std::string_view names, const std::vector<std::string>& words, std::string& target,
                  std::string_view help);
  // A setting of the settings table that can be given on the command line: read it from Settings.
  Options& setting(std::string_view names, std::string_view metavar, std::string_view key, std::string_view help);
  // Arguments that are no options. At most one of each; `metavar` "FILE" completes as files.
  Options& arguments(std::string_view metavar, std::vector<std::string>& target, std::string_view help);
  Options& argument(std::string_view metavar, std::string& target, std::string_view help, bool required = true);

  // A sub-command with its own options; the shared ones are accepted after it too. Exactly one must be given when
  // `require_command()` was called.
  Options& command(std::string_view name, std::string_view summary);
  Options& require_command();
  // Text at the end of --help.
  Options& footer(std::string_view text);

  // Reads the command line. --help, --version and --completion print and give `done`.
  ParseOutcome parse(int argc, const char* const* argv);

  // ---- after parse()
  const std::string& name() const;
  const std::string& command_given() const;  // "" when none
  // Settings that the command line sets: key -> value.
  const std::map<std::string, std::string>& settings_given() const;
  bool given(std::string_view option) const;  // "--store"
  const std::string& config_file() const;     // --config, or $AP_CONFIG; "" when neither
  bool pending() const;
  bool again() const;
  bool dry_run() const;
  std::int64_t limit() const;  // 0: none
  int verbosity() const;       // -1 quiet, 0, 1 with -v, 2 with -v -v
  const std::string& files0_from() const;

 private:
  struct Impl;
  explicit Options(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace ap::cli

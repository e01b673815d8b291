#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <charconv>
#include <cstdio>
#include <cstdlib>

#include "cli/nearest.h"
#include "cli/option_table.h"
#include "core/error.h"

namespace ap::cli {

// One node per command or sub-command. Only the root has the shared values.
struct Options::Impl {
  Impl(std::string name_text, std::string summary_text, CLI::App* made, Impl* parent_node)
      : owned(made == nullptr ? std::make_unique<CLI::App>() : nullptr),
        app(made ? made : owned.get()),
        parent(parent_node),
        name(std::move(name_text)),
        summary(std::move(summary_text)) {
    app->set_help_flag();
    app->allow_extras(false);
  }

  Impl& root() { return parent == nullptr ? *this : parent->root(); }
  const Impl& root() const { return parent == nullptr ? *this : parent->root(); }

  CLI::Option* note(CLI::Option* option, std::string_view names, std::string_view metavar, std::string_view help,
                    std::string_view setting, bool repeatable = false) {
    options.push_back({std::string(names), std::string(metavar), std::string(help), std::string(setting), repeatable});
    if (!repeatable && !metavar.empty()) option->take_last();
    return option;
  }

  Grammar grammar() const {
    Grammar out{parent == nullptr ? name : parent->name + " " + name, summary, footer, options, arguments, {}};
    for (const auto& command : commands) out.commands.push_back(command->impl_->grammar());
    return out;
  }

  void collect_long_names(std::vector<std::string>& names) const {
    for (const OptionInfo& option : options) names.push_back(long_name(option.names));
    for (const auto& command : commands) command->impl_->collect_long_names(names);
  }

  std::unique_ptr<CLI::App> owned;
  CLI::App* app;
  Impl* parent;
  std::string name, summary, footer;
  std::vector<OptionInfo> options;
  std::vector<Argument> arguments;
  std::vector<std::unique_ptr<Options>> commands;

  std::map<std::string, std::string> settings_given;
  std::string config, files0, shell, command_given;
  bool quiet = false, pending = false, again = false, dry_run = false, version = false;
  std::int64_t limit = 0;
  std::int64_t verbose = 0;
};

namespace {

std::int64_t whole_number(const std::string& text, std::string_view option) {
  std::int64_t value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0) {
    throw CLI::ValidationError(std::string(option), "'" + text + "' is not a whole number");
  }
  return value;
}

std::string app_version(const std::string& name) { return name + " (AP Toolkit) " AP_VERSION "\n"; }

// Everything was written, or the process ends as after any failed output.
ParseOutcome print(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  if (std::fflush(stdout) != 0) throw Error(ErrorKind::io, "standard output cannot be written");
  return ParseOutcome::done;
}

}  // namespace

Options::Options(std::string name, std::string summary)
    : impl_(std::make_unique<Impl>(std::move(name), std::move(summary), nullptr, nullptr)) {
  for (const SharedOption& option : shared_options()) {
    if (option.everywhere) share(option.names);
  }
}

Options::Options(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Options::~Options() = default;

Options& Options::share(std::string_view wanted) {
  Impl& my = *impl_;
  for (const SharedOption& row : shared_options()) {
    std::string names(row.names);
    if (wanted != row.names && wanted != long_name(names)) continue;
    std::string help(row.help);
    std::string name = long_name(names);
    if (!row.setting.empty()) return setting(row.names, row.metavar, row.setting, row.help);
    CLI::Option* option = nullptr;
    if (name == "--config") option = my.app->add_option(names, my.config, help);
    if (name == "--quiet") option = my.app->add_flag(names, my.quiet, help);
    if (name == "--verbose") option = my.app->add_flag(names, my.verbose, help);
    if (name == "--version") option = my.app->add_flag(names, my.version, help);
    if (name == "--help") option = my.app->set_help_flag(names, help);
    if (name == "--completion") option = my.app->add_option(names, my.shell, help);
    if (name == "--limit") return number(row.names, row.metavar, my.limit, row.help);
    if (name == "--pending") option = my.app->add_flag(names, my.pending, help);
    if (name == "--again") option = my.app->add_flag(names, my.again, help);
    if (name == "--dry-run") option = my.app->add_flag(names, my.dry_run, help);
    if (name == "--files0-from") option = my.app->add_option(names, my.files0, help);
    my.note(option, row.names, row.metavar, row.help, "");
    return *this;
  }
  throw Error(ErrorKind::internal, "no shared option " + std::string(wanted));
}

Options& Options::share_record_options() {
  for (const SharedOption& option : shared_options()) {
    if (!option.everywhere) share(option.names);
  }
  return *this;
}

Options& Options::flag(std::string_view names, bool& target, std::string_view help) {
  impl_->note(impl_->app->add_flag(std::string(names), target), names, "", help, "");
  return *this;
}

Options& Options::value(std::string_view names, std::string_view metavar, std::string& target, std::string_view help) {
  impl_->note(impl_->app->add_option(std::string(names), target), names, metavar, help, "");
  return *this;
}

Options& Options::number(std::string_view names, std::string_view metavar, std::int64_t& target,
                         std::string_view help) {
  std::string name = long_name(std::string(names));
  auto take = [&target, name](const std::string& text) { target = whole_number(text, name); };
  impl_->note(impl_->app->add_option_function<std::string>(std::string(names), take), names, metavar, help, "");
  return *this;
}

Options& Options::list(std::string_view names, std::string_view metavar, std::vector<std::string>& target,
                       std::string_view help) {
  CLI::Option* option = impl_->app->add_option(std::string(names), target)->allow_extra_args(false);
  impl_->note(option, names, metavar, help, "", true);
  return *this;
}

Options& Options::choice(std::string_view names, const std::vector<std::string>& words, std::string& target,
                         std::string_view help) {
  std::string metavar, name = long_name(std::string(names));
  for (const std::string& word : words) metavar += (metavar.empty() ? "" : "|") + word;
  auto take = [&target, words, name, metavar](const std::string& text) {
    if (std::find(words.begin(), words.end(), text) == words.end()) {
      throw CLI::ValidationError(name, "'" + text + "' is not one of " + metavar);
    }
    target = text;
  };
  impl_->note(impl_->app->add_option_function<std::string>(std::string(names), take), names, metavar, help, "");
  return *this;
}

Options& Options::setting(std::string_view names, std::string_view metavar, std::string_view key,
                          std::string_view help) {
  Impl& root = impl_->root();
  std::string owned(key);
  auto take = [&root, owned](const std::string& text) { root.settings_given[owned] = text; };
  impl_->note(impl_->app->add_option_function<std::string>(std::string(names), take), names, metavar, help, key);
  return *this;
}

Options& Options::arguments(std::string_view metavar, std::vector<std::string>& target, std::string_view help) {
  impl_->app->add_option(std::string(metavar), target);
  impl_->arguments.push_back({std::string(metavar), std::string(help), false, true});
  return *this;
}

Options& Options::argument(std::string_view metavar, std::string& target, std::string_view help, bool required) {
  impl_->app->add_option(std::string(metavar), target)->required(required);
  impl_->arguments.push_back({std::string(metavar), std::string(help), required, false});
  return *this;
}

Options& Options::command(std::string_view name, std::string_view summary) {
  CLI::App* app = impl_->app->add_subcommand(std::string(name), std::string(summary))->fallthrough();
  auto impl = std::make_unique<Impl>(std::string(name), std::string(summary), app, impl_.get());
  app->set_help_flag("-h,--help");
  app->callback([my = impl_.get(), key = std::string(name)] { my->command_given = key; });
  impl_->commands.push_back(std::unique_ptr<Options>(new Options(std::move(impl))));
  return *impl_->commands.back();
}

Options& Options::require_command() {
  impl_->app->require_subcommand(1);
  return *this;
}

Options& Options::footer(std::string_view text) {
  impl_->footer = text;
  return *this;
}

namespace {

// "unknown option --stroe; did you mean --store?" for what CLI11 puts otherwise.
std::string usage_message(const CLI::ParseError& error, const CLI::App& app, const std::vector<std::string>& known) {
  std::vector<std::string> extra = app.remaining(true);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) == nullptr || extra.empty()) return error.what();
  std::string word = extra.front().substr(0, extra.front().find('='));
  if (!word.starts_with("-")) return "unexpected argument '" + word + "'";
  std::string near = nearest(word, known);
  return "unknown option " + word + (near.empty() ? "" : "; did you mean " + near + "?");
}

}  // namespace

ParseOutcome Options::parse(int argc, const char* const* argv) {
  Impl& my = *impl_;
  try {
    my.app->parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    for (const auto& command : my.commands) {
      if (command->impl_->app->parsed()) return print(help_text(command->impl_->grammar()));
    }
    return print(help_text(my.grammar()));
  } catch (const CLI::ParseError& error) {
    // Asked for, they are answered whatever else is missing.
    if (my.version) return print(app_version(my.name));
    if (std::string script = completion_script(my.grammar(), my.shell); !script.empty()) return print(script);
    std::vector<std::string> known;
    my.collect_long_names(known);
    std::string message = usage_message(error, *my.app, known);
    std::fprintf(stderr, "%s: %s; see %s --help\n", my.name.c_str(), message.c_str(), my.name.c_str());
    return ParseOutcome::usage_error;
  }
  if (my.version) return print(app_version(my.name));
  if (!my.shell.empty()) {
    std::string script = completion_script(my.grammar(), my.shell);
    if (!script.empty()) return print(script);
    std::fprintf(stderr, "%s: --completion: '%s' is not one of bash|zsh|fish; see %s --help\n", my.name.c_str(),
                 my.shell.c_str(), my.name.c_str());
    return ParseOutcome::usage_error;
  }
  if (my.config.empty()) {
    if (const char* named = std::getenv("AP_CONFIG")) my.config = named;
  }
  return ParseOutcome::run;
}

const std::string& Options::name() const { return impl_->name; }
const std::string& Options::command_given() const { return impl_->command_given; }
const std::map<std::string, std::string>& Options::settings_given() const { return impl_->root().settings_given; }
bool Options::given(std::string_view option) const { return impl_->app->count(std::string(option)) > 0; }
const std::string& Options::config_file() const { return impl_->config; }
bool Options::pending() const { return impl_->pending; }
bool Options::again() const { return impl_->again; }
bool Options::dry_run() const { return impl_->dry_run; }
std::int64_t Options::limit() const { return impl_->limit; }
int Options::verbosity() const { return impl_->quiet ? -1 : static_cast<int>(impl_->verbose); }
const std::string& Options::files0_from() const { return impl_->files0; }

}  // namespace ap::cli

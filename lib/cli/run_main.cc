#include "cli/run_main.h"

#include <csignal>
#include <cstdio>
#include <exception>
#include <new>

#include "core/error.h"

namespace ap::cli {
namespace {

constexpr int kInternal = 70;
constexpr int kBrokenPipe = 128 + SIGPIPE;

void say(Log& log, const Error& error) {
  std::string message = error.what();
  if (!error.advice().empty()) message += "; " + error.advice();
  log.error(message, {{"error", std::string(to_string(error.kind()))}});
}

// The catch ladder: the one place where what was thrown becomes an exit code.
int guarded(Log& log, const std::function<int()>& body) {
  try {
    return body();
  } catch (const BrokenPipe&) {
    return kBrokenPipe;
  } catch (const Error& error) {
    say(log, error);
    return exit_code(error.kind());
  } catch (const std::bad_alloc&) {
    log.error("out of memory; lower --jobs or give the command more memory");
    return kInternal;
  } catch (const std::exception& error) {
    log.error(std::string("this is a defect in the program: ") + error.what() +
              "; please report it with the command that you ran");
    return kInternal;
  } catch (...) {
    log.error("this is a defect in the program; please report it with the command that you ran");
    return kInternal;
  }
}

void configure(Log& log, const Settings& settings, const Options& options) {
  std::string format = settings.text("log_format");
  log.configure(format == "json"      ? LogFormat::json
                : format == "journal" ? LogFormat::journal
                                      : LogFormat::text,
                options.verbosity());
}

int run(Log& log, Options& options, const std::function<int(Context&)>& command) {
  StopSignals stop;
  Output output;
  Settings settings = Settings::load(SettingsSources::of_process(options.settings_given(), options.config_file()));
  configure(log, settings, options);
  Context context(options, std::move(settings), log, output, stop);
  int code = guarded(log, [&] { return command(context); });
  if (int signal = stop.requested()) code = 128 + signal;
  int recorded = guarded(log, [&] {
    context.finish(code);
    return 0;
  });
  return code <= 1 && recorded != 0 ? recorded : code;
}

}  // namespace

int run_main(int argc, const char* const* argv, Options& options, const std::function<int(Context&)>& command) {
  occupy_standard_descriptors();
  Log log(options.name());
  return guarded(log, [&] {
    switch (options.parse(argc, argv)) {
      case ParseOutcome::done:
        return 0;
      case ParseOutcome::usage_error:
        return exit_code(ErrorKind::usage);
      case ParseOutcome::run:
        break;
    }
    return run(log, options, command);
  });
}

}  // namespace ap::cli

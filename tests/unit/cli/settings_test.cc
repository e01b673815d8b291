#include "cli/settings.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "core/error.h"
#include "ports/read_limits.h"

using namespace ap;
using namespace ap::cli;

namespace {

// A folder that goes away with the test.
struct Folder {
  std::string path = (std::filesystem::temp_directory_path() / ("ap-settings-" + std::to_string(getpid()))).string();
  Folder() { std::filesystem::create_directories(path); }
  ~Folder() { std::filesystem::remove_all(path); }
  std::string file(const std::string& name, const std::string& text) const {
    std::ofstream(path + "/" + name) << text;
    return path + "/" + name;
  }
};

SettingsSources nothing() {
  SettingsSources sources;
  sources.system_file = "";
  sources.environment["HOME"] = "/home/somebody";
  return sources;
}

std::string failure(const SettingsSources& sources, ErrorKind kind) {
  try {
    Settings::load(sources);
  } catch (const Error& error) {
    CHECK(error.kind() == kind);
    return std::string(error.what()) + "; " + error.advice();
  }
  return "loaded";
}

}  // namespace

TEST_CASE("with no file at all the defaults work") {
  Settings settings = Settings::load(nothing());
  CHECK(settings.text("store") == "sqlite:/home/somebody/.local/state/ap/ap.sqlite");
  CHECK(settings.text("blobs") == "dir:/home/somebody/.local/state/ap/blobs");
  CHECK(settings.integer("jobs") == 0);
  CHECK(settings.origin("store") == "default");
}

TEST_CASE("a service keeps its state where systemd says, the package's user at home") {
  SettingsSources sources = nothing();
  sources.environment["XDG_STATE_HOME"] = "/state";
  CHECK(Settings::load(sources).text("store") == "sqlite:/state/ap/ap.sqlite");
  sources.environment["HOME"] = "/var/lib/ap";
  CHECK(Settings::load(sources).text("store") == "sqlite:/var/lib/ap/ap.sqlite");
  sources.environment["STATE_DIRECTORY"] = "/srv/ap:/srv/other";
  CHECK(Settings::load(sources).text("store") == "sqlite:/srv/ap/ap.sqlite");
}

TEST_CASE("the command line goes before variables, those before the user's file, that before the system's") {
  Folder folder;
  SettingsSources sources = nothing();
  sources.system_file = folder.file("system.toml", "jobs = 1\nfail_on = \"never\"\n");
  CHECK(Settings::load(sources).integer("jobs") == 1);
  sources.user_file = folder.file("user.toml", "\njobs = 2\n");
  CHECK(Settings::load(sources).integer("jobs") == 2);
  CHECK(Settings::load(sources).origin("jobs") == sources.user_file + ":2");
  CHECK(Settings::load(sources).text("fail_on") == "never");
  sources.environment["AP_JOBS"] = "3";
  CHECK(Settings::load(sources).integer("jobs") == 3);
  CHECK(Settings::load(sources).origin("jobs") == "AP_JOBS");
  sources.command_line["jobs"] = "4";
  CHECK(Settings::load(sources).integer("jobs") == 4);
  CHECK(Settings::load(sources).origin("jobs") == "command line");
}

TEST_CASE("an unknown key names file and line and the key that was meant") {
  Folder folder;
  SettingsSources sources = nothing();
  sources.user_file = folder.file("ap.toml", "[limits]\n# pages of a scan\npagse = 12\n");
  CHECK(failure(sources, ErrorKind::config) ==
        sources.user_file + ":3: unknown key 'limits.pagse'; did you mean 'limits.pages'?");
}

TEST_CASE("what is no TOML names file and line") {
  Folder folder;
  SettingsSources sources = nothing();
  sources.user_file = folder.file("ap.toml", "jobs = 1\nstore = \"sqlite:\n");
  CHECK(failure(sources, ErrorKind::config).starts_with(sources.user_file + ":2: "));
}

TEST_CASE("values of the wrong form are refused with their origin") {
  Folder folder;
  SettingsSources sources = nothing();
  sources.user_file = folder.file("ap.toml", "[validate]\ntotal_tolerance = 0.01\n");
  CHECK(failure(sources, ErrorKind::config) ==
        sources.user_file + ":2: validate.total_tolerance: a number with a point; write it in quotes: \"0.01\"");
  sources.user_file = folder.file("ap.toml", "jobs = 300\n");
  CHECK(failure(sources, ErrorKind::config) ==
        sources.user_file + ":1: jobs = '300' is not between 0 and 256; see ap.toml(5)");
  sources.user_file = folder.file("ap.toml", "jobs = [1]\n");
  CHECK(failure(sources, ErrorKind::config).find("is a list") != std::string::npos);
  sources = nothing();
  sources.environment["AP_LOG_FORMAT"] = "xml";
  CHECK(failure(sources, ErrorKind::config) == "AP_LOG_FORMAT: 'xml' is not one of text|json|journal; ");
  sources.environment.erase("AP_LOG_FORMAT");
  sources.command_line["as_of"] = "2026-02-30";
  CHECK(failure(sources, ErrorKind::usage) == "--as-of: '2026-02-30' is not a date such as 2026-11-30; ");
}

TEST_CASE("lists come as TOML arrays, and with commas from variables") {
  Folder folder;
  SettingsSources sources = nothing();
  sources.user_file = folder.file("ap.toml", "[company]\nnames = [\"A, B and Co\", \"C\"]\n");
  CHECK(Settings::load(sources).list("company.names") == std::vector<std::string>{"A, B and Co", "C"});
  sources.environment["AP_COMPANY_NAMES"] = "D,E";
  CHECK(Settings::load(sources).list("company.names") == std::vector<std::string>{"D", "E"});
}

TEST_CASE("a secret comes from a file, a credential or a variable, never from the settings file, and is not shown") {
  Folder folder;
  SettingsSources sources = nothing();
  sources.user_file = folder.file("ap.toml", "[reader]\npasswords = \"open sesame\"\n");
  CHECK(failure(sources, ErrorKind::config).find("is a secret; put it into a file") != std::string::npos);

  std::string file = folder.file("secret.txt", "open sesame\r\nswordfish\n");
  sources.user_file = folder.file("ap.toml", "[reader]\npasswords_file = \"" + file + "\"\n");
  Settings settings = Settings::load(sources);
  CHECK(settings.secret("reader.passwords") == std::vector<std::string>{"open sesame", "swordfish"});
  CHECK(settings.listing().find("reader.passwords = (set)") != std::string::npos);
  CHECK(settings.listing().find("sesame") == std::string::npos);

  folder.file("reader.passwords", "from the credential\n");
  sources.environment["CREDENTIALS_DIRECTORY"] = folder.path;
  CHECK(Settings::load(sources).secret("reader.passwords") == std::vector<std::string>{"from the credential"});
  sources.environment["AP_READER_PASSWORDS"] = "from the variable";
  CHECK(Settings::load(sources).secret("reader.passwords") == std::vector<std::string>{"from the variable"});
}

TEST_CASE("a secret whose file is missing is an error that names setting and file") {
  Folder folder;
  SettingsSources sources = nothing();
  sources.user_file = folder.file("ap.toml", "[reader]\npasswords_file = \"/nonexistent/secret\"\n");
  Settings settings = Settings::load(sources);
  CHECK_THROWS_WITH_AS(settings.secret("reader.passwords"),
                       doctest::Contains("/nonexistent/secret of setting reader.passwords"), Error);
}

TEST_CASE("a file named with --config must exist, the usual one need not") {
  SettingsSources sources = nothing();
  sources.user_file = "/nonexistent/ap.toml";
  CHECK_NOTHROW(Settings::load(sources));
  sources.user_file_named = true;
  CHECK(failure(sources, ErrorKind::config) == "settings file /nonexistent/ap.toml does not exist; check --config");
}

TEST_CASE(
    "every row of the table has its own name, a meaning that ends with a full stop, and a default that suits it") {
  std::vector<std::string> names;
  for (const SettingInfo& row : settings_table()) {
    CAPTURE(row.key);
    CHECK(row.meaning.ends_with("."));
    CHECK(std::count(names.begin(), names.end(), environment_name(row.key)) == 0);
    names.push_back(environment_name(row.key));
    if (row.fallback.empty()) continue;
    SettingsSources sources = nothing();
    sources.command_line[std::string(row.key)] = std::string(row.fallback);
    CHECK_NOTHROW(Settings::load(sources));
  }
}

TEST_CASE("the limits of the table are those of the reader") {
  Settings settings = Settings::load(nothing());
  ReadLimits limits;
  CHECK(settings.integer("limits.memory_bytes") == std::int64_t(limits.memory_bytes));
  CHECK(settings.integer("limits.cpu_seconds") == limits.cpu_seconds);
  CHECK(settings.integer("limits.cpu_seconds_per_page") == limits.cpu_seconds_per_page);
  CHECK(settings.integer("limits.wall_seconds") == limits.wall_seconds);
  CHECK(settings.integer("limits.wall_seconds_per_page") == limits.wall_seconds_per_page);
  CHECK(settings.integer("limits.document_bytes") == std::int64_t(limits.document_bytes));
  CHECK(settings.integer("limits.output_bytes") == std::int64_t(limits.output_bytes));
  CHECK(settings.integer("limits.attachment_bytes") == std::int64_t(limits.attachment_bytes));
  CHECK(settings.integer("limits.attachments") == limits.attachments);
  CHECK(settings.integer("limits.pages") == limits.pages);
  CHECK(settings.integer("limits.page_points") == limits.page_points);
  CHECK(settings.integer("limits.page_pixels") == limits.page_pixels);
  CHECK(settings.integer("limits.words") == limits.words);
  CHECK(settings.integer("limits.mail_parts") == limits.mail_parts);
  CHECK(settings.integer("limits.mail_depth") == limits.mail_depth);
  CHECK(settings.integer("limits.mbox_messages") == limits.mbox_messages);
  CHECK(settings.integer("limits.xml_depth") == limits.xml_depth);
}

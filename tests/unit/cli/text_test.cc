// Messages, metrics, progress and suggestions: everything that is text for people or collectors.
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/log_format.h"
#include "cli/metrics.h"
#include "cli/nearest.h"
#include "cli/progress.h"
#include "core/error.h"

using namespace ap::cli;

TEST_CASE("a message in text form names command and level, and cannot steer a terminal") {
  CHECK(text_line("ap-x", LogLevel::warning, "no file", false) == "ap-x: warning: no file");
  CHECK(text_line("ap-x", LogLevel::info, "done", false) == "ap-x: done");
  CHECK(text_line("ap-x", LogLevel::error, "a\x1b[2Jb\n", false) == "ap-x: error: a\\x1b[2Jb\\x0a");
  CHECK(text_line("ap-x", LogLevel::error, "m", true) == "ap-x: \x1b[1;31merror:\x1b[0m m");
}

TEST_CASE("a message in JSON form is one valid line, whatever the bytes") {
  CHECK(json_line("T", "ap-x", LogLevel::error, "a\"b\n", {{"document", "12"}}) ==
        R"({"time":"T","level":"error","command":"ap-x","message":"a\"b\n","document":"12"})");
  CHECK(json_line("T", "ap-x", LogLevel::info, "\xff", {}).find("\xef\xbf\xbd") != std::string::npos);
}

TEST_CASE("a message for the journal has priority, command and fields; several lines are sent by length") {
  CHECK(prefixed_line(LogLevel::warning, "m") == "<4>m");
  CHECK(journal_datagram("ap-x", LogLevel::error, "m", {{"document", "12"}}) ==
        "MESSAGE=m\nPRIORITY=3\nSYSLOG_IDENTIFIER=ap-x\nAP_DOCUMENT=12\n");
  std::string two = journal_datagram("ap-x", LogLevel::info, "a\nb", {});
  CHECK(two.starts_with(std::string("MESSAGE\n\x03\0\0\0\0\0\0\0a\nb\n", 20)));
}

TEST_CASE("the nearest word is suggested, and none when nothing is near") {
  std::vector<std::string> words{"--store", "--blobs", "--jobs"};
  CHECK(nearest("--stroe", words) == "--store");
  CHECK(nearest("--job", words) == "--jobs");
  CHECK(nearest("--fantasy", words).empty());
}

TEST_CASE("a progress line tells how far, how fast and how long still") {
  CHECK(Progress::line("x", 50, 200, 10'000) == "x  50/200  25 %  5.0/s  0:30 left");
  CHECK(Progress::line("x", 0, 200, 0) == "x  0/200  0 %  0.0/s  0:00 left");
  CHECK(Progress::line("x", 7, 0, 4'000'000) == "x  7  0.0/s  1:06:40");
}

TEST_CASE("metrics carry help and type once, in the order of the table, and escape labels") {
  Metrics metrics;
  metrics.set("ap_documents_processed_total", {{"command", "ap-x"}, {"outcome", "b\"\n"}}, "2");
  metrics.set("ap_documents_processed_total", {{"command", "ap-x"}, {"outcome", "a"}}, "1");
  metrics.set("ap_last_exit_code", {{"command", "ap-x"}}, "0");
  CHECK(metrics.render() ==
        "# HELP ap_last_exit_code Exit code of the last run.\n# TYPE ap_last_exit_code gauge\n"
        "ap_last_exit_code{command=\"ap-x\"} 0\n"
        "# HELP ap_documents_processed_total Documents processed since the store began, by outcome.\n"
        "# TYPE ap_documents_processed_total counter\n"
        "ap_documents_processed_total{command=\"ap-x\",outcome=\"a\"} 1\n"
        "ap_documents_processed_total{command=\"ap-x\",outcome=\"b\\\"\\n\"} 2\n");
}

TEST_CASE("a metric or label that is not in the table is a defect") {
  Metrics metrics;
  CHECK_THROWS_AS(metrics.set("ap_unheard_of", {}, "1"), ap::Error);
  CHECK_THROWS_AS(metrics.set("ap_last_exit_code", {{"vendor", "x"}}, "1"), ap::Error);
}

TEST_CASE("every metric has a help text, a type and a name after the rules of Prometheus") {
  for (const MetricInfo& info : metric_table()) {
    CAPTURE(info.name);
    CHECK(info.name.starts_with("ap_"));
    CHECK(info.help.ends_with("."));
    CHECK((info.type == "gauge" || info.type == "counter"));
    CHECK(info.name.ends_with("_total") == (info.type == "counter"));
  }
}

TEST_CASE("lasting metrics are taken over from the earlier file unless set anew, others are not") {
  Metrics metrics;
  metrics.set("ap_last_success_timestamp_seconds", {{"command", "ap-x"}}, "20");
  metrics.keep_lasting({{"ap_last_success_timestamp_seconds{command=\"ap-x\"}", "10"},
                        {"ap_backup_size_bytes", "77"},
                        {"ap_last_exit_code{command=\"ap-x\"}", "0"}});
  std::string text = metrics.render();
  CHECK(text.find("ap_last_success_timestamp_seconds{command=\"ap-x\"} 20\n") != std::string::npos);
  CHECK(text.find("ap_backup_size_bytes 77\n") != std::string::npos);
  CHECK(text.find("ap_last_exit_code{") == std::string::npos);
}

TEST_CASE("a metrics file is replaced as a whole, world-readable, and nothing else stays in the folder") {
  std::string folder = (std::filesystem::temp_directory_path() / ("ap-metrics-" + std::to_string(getpid()))).string();
  std::filesystem::create_directories(folder);
  umask(0077);
  for (const char* code : {"0", "74"}) {
    Metrics metrics;
    metrics.set("ap_last_exit_code", {{"command", "ap-x"}}, code);
    metrics.write(folder, "ap-x");
  }
  CHECK(Metrics::read(folder, "ap-x") ==
        std::map<std::string, std::string>{{"ap_last_exit_code{command=\"ap-x\"}", "74"}});
  struct stat info {};
  CHECK(stat((folder + "/ap_x.prom").c_str(), &info) == 0);
  CHECK((info.st_mode & 0777) == 0644);
  CHECK(std::distance(std::filesystem::directory_iterator(folder), {}) == 1);
  std::filesystem::remove_all(folder);
}

TEST_CASE("a metrics folder that is missing is named in the message") {
  Metrics metrics;
  CHECK_THROWS_WITH_AS(metrics.write("/nonexistent", "ap-x"), doctest::Contains("/nonexistent/ap_x.prom"), ap::Error);
}

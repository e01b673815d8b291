#include "cli/policy_file.h"

#include <doctest/doctest.h>

#include <fstream>

#include "core/error.h"

using namespace ap;

namespace {

const std::string kHead = "[policy]\nname = 'p'\nversion = '1'\n";

// What loading says: "", or the message with its advice.
std::string refusal(const std::string& text) {
  try {
    cli::policy_from_text(text, "p.toml");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::config);
    CHECK_FALSE(error.advice().empty());
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a policy is read with the lines of its parts") {
  auto policy = cli::policy_from_text(kHead + R"(
[limits]
amount_limit = 20000
total_tolerance = "0.02"

[[case]]
name = "pounds"
when = ["currency == GBP"]
unless = ["vendor.id matches V9*"]
price_percent = 1

[[route]]
codes = ["PO_*", "OLD_INVOICE"]
severity = "warning"

[[gate]]
name = "BIG"
when = ["total > 10000"]
action = "approval"
role = "manager"
)",
                                      "p.toml");
  CHECK(policy->name == "p");
  CHECK(policy->digest.size() == 64);
  REQUIRE(policy->limits.size() == 2);
  CHECK(policy->limits[0].name == "amount_limit");
  CHECK(policy->limits[0].line == 6);
  REQUIRE(policy->cases.size() == 1);
  CHECK(policy->cases[0].line == 9);
  CHECK(policy->cases[0].when.none.size() == 1);
  REQUIRE(policy->routes.size() == 1);
  CHECK(policy->routes[0].codes.size() == 2);
  REQUIRE(policy->gates.size() == 1);
  CHECK(policy->gates[0].role == "manager");
  CHECK(policy->label() == "p 1 " + policy->digest.substr(0, 12));
  CHECK(cli::policy_from_text(kHead + "# changed\n", "p.toml")->digest != policy->digest);
}

TEST_CASE("whatever is wrong is refused with line and column") {
  CHECK(refusal("") == "p.toml:1:1: there is no [policy]");
  CHECK(refusal("[policy\n").starts_with("p.toml:1:8: "));
  CHECK(refusal("[policy]\nname = 'p'\n") == "p.toml:1:1: [policy] needs version");
  CHECK(refusal("[policy]\nname = 'a b'\nversion = '1'\n") == "p.toml:2:8: name 'a b' is not one short word");
  CHECK(refusal(kHead + "[limit]\n") == "p.toml:4:2: a policy has no key 'limit'");
  CHECK(refusal(kHead + "[limits]\nold_days = 3\n") == "p.toml:5:1: [limits] has no key 'old_days'");
  CHECK(refusal(kHead + "[limits]\namount_limit = 0.5\n") ==
        "p.toml:5:16: amount_limit: a number with a point stands in quotes");
  CHECK(refusal(kHead + "[limits]\nconfidence = 2\n") == "p.toml:5:14: confidence: '2' is not between 0 and 1");
  CHECK(refusal(kHead + "[limits]\nrequired_controls = ['bananas']\n")
            .starts_with("p.toml:5:21: required_controls: there is no group of controls 'bananas'"));
  CHECK(refusal(kHead + "[limits]\namount_limits = ['EURO=5']\n") ==
        "p.toml:5:17: amount_limits: there is no currency 'EURO'");
  CHECK(refusal(kHead + "[limits]\nconfidences = ['totals.grss=0.5']\n") ==
        "p.toml:5:15: confidences: there is no field 'totals.grss' in an invoice");
  CHECK(refusal(kHead + "[[case]]\nname = 'a'\nwhen = ['total >> 3']\nsplit_days = 3\n") ==
        "p.toml:6:17: '> 3' is no number");
  CHECK(refusal(kHead + "[[case]]\nname = 'a'\nwhen = ['total > 3']\n") == "p.toml:4:1: [[case]] sets no limit");
  CHECK(refusal(kHead + "[[case]]\nname = 'a'\nwhen = ['findings.errors > 3']\nsplit_days = 3\n")
            .starts_with("p.toml:6:8: limits are set before the controls run"));
  CHECK(refusal(kHead + "[case]\nname = 'a'\n") == "p.toml:4:1: case is a list of tables");
}

TEST_CASE("routes and gates are refused where they could not do what they say") {
  CHECK(refusal(kHead + "[[route]]\ncodes = ['OLD_INVOIC']\nroute = 'note'\n") ==
        "p.toml:5:10: there is no code 'OLD_INVOIC'");
  CHECK(refusal(kHead + "[[route]]\ncodes = ['DUP*']\nroute = 'note'\n") ==
        "p.toml:5:10: DUPLICATE_INVOICE cannot be let through by a policy");
  CHECK(refusal(kHead + "[[route]]\ncodes = ['BANK_DETAILS_CHANGED']\nseverity = 'warning'\n") ==
        "p.toml:5:10: BANK_DETAILS_CHANGED cannot be let through by a policy");
  CHECK(refusal(kHead + "[[route]]\ncodes = ['DUPLICATE_INVOICE']\nroute = 'reject'\n").empty());
  CHECK(refusal(kHead + "[[route]]\ncodes = ['OLD_INVOICE']\n") ==
        "p.toml:4:1: [[route]] needs either route or severity");
  CHECK(refusal(kHead + "[[gate]]\nname = 'A'\nwhen = ['total > 1']\naction = 'approval'\n") ==
        "p.toml:4:1: [[gate]] with action approval needs role");
  CHECK(refusal(kHead + "[[gate]]\nname = 'A'\nwhen = ['total > 1']\naction = 'aproval'\n") ==
        "p.toml:7:10: action 'aproval' is unknown");
  CHECK(refusal(kHead + "[[gate]]\nname = 'A'\naction = 'review'\n") == "p.toml:4:1: [[gate]] needs when");
  CHECK(refusal(kHead + "[[gate]]\nname = 'INVALID_IBAN'\nwhen = ['total > 1']\naction = 'review'\n") ==
        "p.toml:5:8: 'INVALID_IBAN' is a code of the program");
  std::string gate = "[[gate]]\nname = 'A'\nwhen = ['total > 1']\naction = 'review'\n";
  CHECK(refusal(kHead + gate).empty());
  CHECK(refusal(kHead + gate + gate) == "p.toml:9:8: there is a gate 'A' already");
}

TEST_CASE("a policy that is not there is refused") {
  CHECK_THROWS_AS(cli::read_policy("/nonexistent/policy.toml"), Error);
  CHECK_THROWS_AS(cli::read_policy("/"), Error);
}

// Reads e-invoices and prints one record-like JSON line each, for measuring: einvoice_check [--rules SET] [--from-list]
// FILE... With --from-list, standard input holds lines "SET<tab>FILE". A file that cannot be read gives a line with a
// finding.
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "adapters/xml/einvoice_reader.h"
#include "core/fields.h"

namespace {

using Json = nlohmann::ordered_json;

ap::RuleSets rule_sets(const std::string& name) {
  if (name == "auto") return ap::RuleSets::automatic;
  if (name == "en16931") return ap::RuleSets::en16931;
  if (name == "peppol") return ap::RuleSets::peppol;
  if (name == "xrechnung") return ap::RuleSets::xrechnung;
  return ap::RuleSets::none;
}

Json finding_json(const ap::Finding& f) {
  Json out = {{"set", f.set}, {"rule", f.rule}, {"severity", ap::to_string(f.severity)}, {"message", f.message}};
  if (!f.field.empty()) out["field"] = f.field;
  if (!f.path.empty()) out["path"] = f.path;
  if (!f.expected.empty()) out["expected"] = f.expected;
  if (!f.actual.empty()) out["actual"] = f.actual;
  return out;
}

std::string check(const std::string& path, const std::string& rules) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), {});
  auto reading = ap::xml::read_einvoice(ap::as_bytes(bytes), {.rules = rule_sets(rules)});
  Json record = {{"source", {{"name", path.substr(path.rfind('/') + 1)}}}};
  if (!reading) {
    record["failed"] = reading.error().message;
    record["findings"] = Json::array({{{"set", "intake"}, {"rule", reading.error().code()}}});
    return record.dump(-1, ' ', false, Json::error_handler_t::replace);
  }
  record["profile"] = reading->profile;
  for (const std::string& field : ap::present_fields(reading->invoice))
    record["invoice"][field] = ap::get_field(reading->invoice, field).value_or("");
  record["findings"] = Json::array();
  for (const auto& f : reading->findings) record["findings"].push_back(finding_json(f));
  record["checks"] = {{"run", reading->checks.run}, {"failed", reading->checks.failed}, {"not_run", Json::array()}};
  for (const auto& n : reading->checks.not_run)
    record["checks"]["not_run"].push_back({{"rule", n.rule}, {"reason", n.reason}});
  return record.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

int main(int argc, char** argv) {
  std::string rules = "auto";
  bool list = false;
  for (int i = 1; i < argc; ++i) {
    std::string argument = argv[i];
    if (argument == "--rules" && i + 1 < argc)
      rules = argv[++i];
    else if (argument == "--from-list")
      list = true;
    else
      std::cout << check(argument, rules) << '\n';
  }
  for (std::string line; list && std::getline(std::cin, line);)
    std::cout << check(line.substr(line.find('\t') + 1), line.substr(0, line.find('\t'))) << '\n';
}

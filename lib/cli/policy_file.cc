#include "cli/policy_file.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "cli/nearest.h"
#include "core/digest.h"
#include "core/error.h"
#include "rules/limits.h"
#include "rules/registry.h"

namespace ap::cli {
namespace {

constexpr std::size_t kLargest = 1 << 20;

using Strings = std::vector<std::string>;

// Reads the tables of one file; every refusal names line and column.
class PolicyReader {
 public:
  PolicyReader(const toml::table& root, std::string path) : root_(root), path_(std::move(path)) {}

  std::shared_ptr<rules::Policy> read() {
    only(root_, {"policy", "limits", "case", "route", "gate"}, "a policy");
    head();
    if (const toml::node* limits = root_.get("limits")) policy_->limits = limits_of(table_of(*limits, "limits"), {});
    for_each_table("case", [&](const toml::table& table) { read_case(table); });
    for_each_table("route", [&](const toml::table& table) { read_route(table); });
    for_each_table("gate", [&](const toml::table& table) { read_gate(table); });
    return std::move(policy_);
  }

 private:
  [[noreturn]] void fail(const toml::source_position& at, const std::string& what, const std::string& advice) const {
    throw Error(ErrorKind::config, fmt::format("{}:{}:{}: {}", path_, at.line, at.column, what), advice);
  }
  [[noreturn]] void fail(const toml::node& node, const std::string& what, const std::string& advice) const {
    fail(node.source().begin, what, advice);
  }
  static int line_of(const toml::node& node) { return static_cast<int>(node.source().begin.line); }

  const toml::table& table_of(const toml::node& node, std::string_view name) const {
    if (const toml::table* table = node.as_table()) return *table;
    fail(node, fmt::format("{} is a table", name), fmt::format("write [{}] on a line of its own", name));
  }

  template <class Read>
  void for_each_table(std::string_view name, Read read) {
    const toml::node* node = root_.get(name);
    if (node == nullptr) return;
    std::string advice = fmt::format("write [[{}]] on a line of its own before each", name);
    const toml::array* list = node->as_array();
    if (list == nullptr) fail(*node, fmt::format("{} is a list of tables", name), advice);
    for (const toml::node& entry : *list) {
      const toml::table* table = entry.as_table();
      if (table == nullptr) fail(entry, fmt::format("{} is a list of tables", name), advice);
      read(*table);
    }
  }

  // Refuses keys that are not among `known`.
  void only(const toml::table& table, const Strings& known, std::string_view where) const {
    for (const auto& [key, node] : table) {
      if (std::ranges::find(known, key.str()) != known.end()) continue;
      std::string near = nearest(key.str(), known);
      fail(key.source().begin, fmt::format("{} has no key '{}'", where, key.str()),
           near.empty() ? fmt::format("its keys are {}", fmt::join(known, ", "))
                        : fmt::format("did you mean '{}'?", near));
    }
  }

  // A value as text. A number with a point would pass through binary floating point.
  std::string text_of(const toml::node& node, std::string_view key) const {
    if (auto text = node.value_exact<std::string>()) return *text;
    if (auto number = node.value_exact<std::int64_t>()) return std::to_string(*number);
    if (node.is_floating_point())
      fail(node, fmt::format("{}: a number with a point stands in quotes", key), "write it as \"0.5\"");
    if (auto day = node.value_exact<toml::date>())
      return fmt::format("{:04}-{:02}-{:02}", day->year, day->month, day->day);
    fail(node, fmt::format("{}: a text is wanted", key), "write it in quotes");
  }

  Strings list_of(const toml::node& node, std::string_view key) const {
    const toml::array* list = node.as_array();
    if (list == nullptr) fail(node, fmt::format("{}: a list is wanted", key), "write it as [\"a\", \"b\"]");
    Strings out;
    for (const toml::node& entry : *list) out.push_back(text_of(entry, key));
    return out;
  }

  std::string given(const toml::table& table, std::string_view key, std::string_view where) const {
    const toml::node* node = table.get(key);
    std::string text = node ? text_of(*node, key) : "";
    if (text.empty())
      fail(node ? *node : table, fmt::format("{} needs {}", where, key), fmt::format("add {} = \"...\"", key));
    return text;
  }
  std::string maybe(const toml::table& table, std::string_view key) const {
    const toml::node* node = table.get(key);
    return node ? text_of(*node, key) : "";
  }

  // A name that stands in decisions: no blanks, so that it can be told from what follows.
  std::string word(const toml::table& table, std::string_view key, std::string_view where) const {
    std::string text = given(table, key, where);
    bool plain = std::ranges::all_of(text, [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
             c == '_';
    });
    if (!plain || text.size() > 60)
      fail(*table.get(key), fmt::format("{} '{}' is not one short word", key, text),
           "use letters, digits, point, hyphen and underscore, at most 60");
    return text;
  }

  void head() {
    const toml::node* node = root_.get("policy");
    if (node == nullptr)
      fail({1, 1}, "there is no [policy]", "begin the file with [policy], name = \"...\" and version = \"...\"");
    const toml::table& table = table_of(*node, "policy");
    only(table, {"name", "version", "description"}, "[policy]");
    policy_->name = word(table, "name", "[policy]");
    policy_->version = word(table, "version", "[policy]");
    policy_->description = maybe(table, "description");
  }

  // Every key but `others` is a limit.
  std::vector<rules::LimitValue> limits_of(const toml::table& table, const Strings& others) const {
    std::vector<rules::LimitValue> limits;
    rules::Settings scratch;
    Strings known = others;
    for (const rules::LimitInfo& row : rules::limit_table()) known.emplace_back(row.name);
    only(table, known, others.empty() ? "[limits]" : "[[case]]");
    for (const auto& [key, node] : table) {
      std::string name(key.str());
      if (std::ranges::find(others, name) != others.end()) continue;
      bool list = rules::is_list(rules::find_limit(name)->form);
      Strings values = list ? list_of(node, name) : Strings{text_of(node, name)};
      if (auto done = rules::set_limit(scratch, name, values); !done)
        fail(node, fmt::format("{}: {}", name, done.error()), "ap-policy(5) and ap.toml(5) say what it takes");
      limits.push_back({name, std::move(values), line_of(node)});
    }
    std::ranges::sort(limits, {}, &rules::LimitValue::line);
    return limits;
  }

  std::vector<rules::Condition> conditions_of(const toml::table& table, std::string_view key) const {
    std::vector<rules::Condition> conditions;
    const toml::node* node = table.get(key);
    if (node == nullptr) return conditions;
    const toml::array* list = node->as_array();
    if (list == nullptr || list->empty())
      fail(*node, fmt::format("{} is a list of conditions", key), "write it as [\"total > 10000\"]");
    for (const toml::node& entry : *list) {
      auto text = entry.value_exact<std::string>();
      if (!text) fail(entry, "a condition is a text", "write it in quotes: \"total > 10000\"");
      auto condition = rules::parse_condition(*text);
      if (condition) {
        conditions.push_back(std::move(*condition));
        continue;
      }
      toml::source_position at = entry.source().begin;
      at.column += static_cast<toml::source_index>(condition.error().at + 1);  // behind the quote
      fail(at, condition.error().message, advice_for(*text, condition.error()));
    }
    return conditions;
  }

  static std::string advice_for(const std::string& text, const rules::ConditionFault& fault) {
    if (!fault.advice.empty()) return fault.advice;
    std::string word = text.substr(fault.at, text.find_first_of(" \t=!<>", fault.at) - fault.at);
    std::string near = nearest(word, rules::field_names());
    return near.empty() ? "ap-policy(5) lists the fields" : fmt::format("did you mean '{}'?", near);
  }

  rules::When when_of(const toml::table& table, bool needed, std::string_view where) const {
    rules::When when{conditions_of(table, "when"), conditions_of(table, "unless")};
    if (needed && when.all.empty()) fail(table, fmt::format("{} needs when", where), "add when = [\"total > 10000\"]");
    return when;
  }

  template <class Word>
  Word word_of(const toml::table& table, std::string_view key, std::string_view where,
               const std::vector<std::pair<std::string, Word>>& words) const {
    std::string text = given(table, key, where);
    Strings known;
    for (const auto& [name, value] : words) {
      if (name == text) return value;
      known.push_back(name);
    }
    fail(*table.get(key), fmt::format("{} '{}' is unknown", key, text),
         fmt::format("it is one of {}", fmt::join(known, ", ")));
  }

  void read_case(const toml::table& table) {
    rules::PolicyCase one;
    one.line = line_of(table);
    one.name = word(table, "name", "[[case]]");
    one.when = when_of(table, true, "[[case]]");
    if (one.when.is_late())
      fail(*table.get("when"), "limits are set before the controls run, so a case cannot ask for findings",
           "use a [[gate]] or a [[route]]");
    one.limits = limits_of(table, {"name", "when", "unless"});
    if (one.limits.empty()) fail(table, "[[case]] sets no limit", "add one, as amount_limit = 5000");
    policy_->cases.push_back(std::move(one));
  }

  void read_route(const toml::table& table) {
    only(table, {"codes", "when", "unless", "route", "severity"}, "[[route]]");
    rules::PolicyRoute route;
    route.line = line_of(table);
    const toml::node* codes = table.get("codes");
    if (codes == nullptr) fail(table, "[[route]] needs codes", "add codes = [\"OLD_INVOICE\"]");
    route.when = when_of(table, false, "[[route]]");
    bool to = table.contains("route"), severity = table.contains("severity");
    if (to == severity)
      fail(table, "[[route]] needs either route or severity", "add route = \"review\", \"note\" or \"reject\"");
    using enum rules::RouteAction;
    if (to)
      route.action = word_of<rules::RouteAction>(table, "route", "[[route]]",
                                                 {{"review", review}, {"note", note}, {"reject", reject}});
    else
      route.severity =
          word_of<Severity>(table, "severity", "[[route]]",
                            {{"error", Severity::error}, {"warning", Severity::warning}, {"info", Severity::info}});
    codes_of(*codes, route);
    policy_->routes.push_back(std::move(route));
  }

  void codes_of(const toml::node& node, rules::PolicyRoute& route) const {
    bool loosens = route.action == rules::RouteAction::note || (route.severity && *route.severity != Severity::error);
    Strings known;
    for (const rules::RuleInfo* rule : rules::all_rules()) known.emplace_back(rule->id);
    Strings codes = list_of(node, "codes");
    for (std::size_t i = 0; i < codes.size(); ++i) {
      const toml::node& at = *node.as_array()->get(i);
      rules::Pattern pattern(codes[i]);
      bool found = false;
      for (const std::string& code : known) {
        if (!pattern.matches(code)) continue;
        found = true;
        if (loosens && rules::is_locked(code))
          fail(at, fmt::format("{} cannot be let through by a policy", code),
               "only a correction or a person may settle it; leave the code out");
      }
      std::string near = nearest(codes[i], known);
      if (!found)
        fail(at, fmt::format("there is no code '{}'", codes[i]),
             near.empty() ? "ap-validate --list-rules shows them all" : fmt::format("did you mean '{}'?", near));
      route.codes.push_back(std::move(pattern));
      route.codes_text += (route.codes_text.empty() ? "" : ", ") + codes[i];
    }
    if (codes.empty()) fail(node, "codes is empty", "name at least one, as OLD_INVOICE or PO_*");
  }

  // nullopt: the gate does not wait.
  std::optional<int> hours_of(const toml::table& table) const {
    constexpr std::int64_t kYear = 8784;
    const toml::node* node = table.get("overdue_hours");
    if (node == nullptr) return std::nullopt;
    auto hours = node->value_exact<std::int64_t>();
    if (!hours || *hours < 0 || *hours > kYear)
      fail(*node, "overdue_hours is no whole number of hours",
           "write it as overdue_hours = 4; 0 is as soon as it is due");
    return static_cast<int>(*hours);
  }

  void read_gate(const toml::table& table) {
    only(table, {"name", "when", "unless", "action", "role", "message", "overdue_hours"}, "[[gate]]");
    rules::PolicyGate gate;
    gate.line = line_of(table);
    gate.name = word(table, "name", "[[gate]]");
    if (!rules::find_rules(gate.name).empty())
      fail(*table.get("name"), fmt::format("'{}' is a code of the program", gate.name), "give the gate another name");
    if (std::ranges::find(policy_->gates, gate.name, &rules::PolicyGate::name) != policy_->gates.end())
      fail(*table.get("name"), fmt::format("there is a gate '{}' already", gate.name), "give each gate its own name");
    gate.overdue_hours = hours_of(table);
    gate.when = when_of(table, !gate.overdue_hours, "[[gate]]");
    using enum rules::GateAction;
    gate.action = word_of<rules::GateAction>(
        table, "action", "[[gate]]",
        {{"flag", flag}, {"review", review}, {"approval", approval}, {"block", block}, {"reject", reject}});
    if (gate.action == approval)
      gate.role = word(table, "role", "[[gate]] with action approval");
    else if (table.contains("role"))
      fail(*table.get("role"), "a role goes with action = \"approval\" only", "leave it out, or change the action");
    gate.message = maybe(table, "message");
    policy_->gates.push_back(std::move(gate));
  }

  const toml::table& root_;
  std::string path_;
  std::shared_ptr<rules::Policy> policy_ = std::make_shared<rules::Policy>();
};

}  // namespace

std::shared_ptr<const rules::Policy> policy_from_text(std::string_view text, const std::string& path) {
  try {
    toml::table root = toml::parse(text, path);
    auto policy = PolicyReader(root, path).read();
    policy->file = path;
    policy->text = text;
    policy->digest = sha256_hex(as_bytes(text));
    return policy;
  } catch (const toml::parse_error& error) {
    throw Error(
        ErrorKind::config,
        fmt::format("{}:{}:{}: {}", path, error.source().begin.line, error.source().begin.column, error.description()),
        "correct the line; ap-policy(5) says what a policy looks like");
  }
}

std::shared_ptr<const rules::Policy> read_policy(const std::string& path) {
  constexpr std::string_view kAdvice =
      "give the policy with --policy or validate.policy; nothing is decided without it";
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  std::string text(kLargest + 1, '\0');
  if (file) file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (!file.is_open() || file.bad())
    throw Error(ErrorKind::config, fmt::format("the policy {} cannot be read: {}", path, std::strerror(errno)),
                std::string(kAdvice));
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (text.size() > kLargest)
    throw Error(ErrorKind::config, fmt::format("the policy {} is larger than {} bytes", path, kLargest),
                "a policy is a short text; is this the right file?");
  return policy_from_text(text, path);
}

}  // namespace ap::cli

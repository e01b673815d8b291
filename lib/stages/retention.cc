#include "stages/retention.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "core/json_text.h"
#include "stages/event_facts.h"
#include "stages/text_columns.h"

namespace ap {
namespace {

constexpr std::array<std::string_view, 6> kStatus = {"kept", "due", "held", "open", "unknown", "disposed"};

std::string_view class_of(const Record& record) {
  if (!record.invoice) return "other";
  return record.invoice->type == InvoiceType::receipt ? "receipt" : "invoice";
}

// Nothing is left to do with it.
bool is_done(const Record& record) {
  if (record.passes_through() || record.state == State::exported) return true;
  return record.state == State::validated && !record.route();
}

// From which its time counts: when it was issued or came in, the later one.
std::optional<Date> day_of(const Record& record) {
  auto received = Date::parse(record.source.received_at.substr(0, 10));
  auto issued = record.invoice ? record.invoice->issue_date : std::nullopt;
  return received && issued ? std::max(*received, *issued) : received ? received : issued;
}

std::vector<std::string> countries_of(const Record& record, const std::vector<std::string>& ours) {
  std::string buyer = record.invoice ? record.invoice->buyer.address.country : "";
  if (!buyer.empty() && (ours.empty() || std::ranges::find(ours, buyer) != ours.end())) return {buyer};
  return ours;
}

struct Term {
  std::optional<Date> until;
  std::string rule, why_unknown;
};

// The longest time that any of the countries asks for.
Term term_of(const Record& record, const RetentionOptions& options, const std::vector<RetentionRule>& own) {
  auto countries = countries_of(record, options.countries);
  if (countries.empty()) return {{}, "", "no country is known; set retention.countries"};
  auto day = day_of(record);
  if (!day) return {{}, "", "it has no day of arrival"};
  Term term;
  for (const std::string& country : countries) {
    auto rule = rules::retention_rule(country, class_of(record), own);
    if (!rule) return {{}, "", "no rule for " + country + "; load one with ap-validate import retention FILE"};
    auto until = rules::kept_until(*rule, *day, options.financial_year);
    if (!until) return {{}, "", "the rule for " + country + " gives no day: " + rules::describe(*rule)};
    if (!term.until || *until > *term.until) term = {until, rules::describe(*rule), ""};
  }
  return term;
}

std::string reason_in(const Event& event) { return event_facts(event).value("reason", ""); }

// Reasons of the holds in force, by document; of one document, or of all when `id` is "".
std::map<std::string, std::string> holds_in(Store& store, std::string_view id = "") {
  std::map<std::string, std::string> held;
  store.for_each_event(id, [&](const StoredEvent& stored) {
    if (stored.event.kind == "held") held[stored.document_id] = reason_in(stored.event);
    if (stored.event.kind == "hold_lifted") held.erase(stored.document_id);
    return true;
  });
  return held;
}

// Worse first: what forbids disposal hides what does not.
void add_member(RetentionFamily& family, const Record& record, const Term& term, const std::string* held) {
  family.members.push_back(record.id);
  auto raise = [&](RetentionStatus status, const std::string& why) {
    auto rank = [](RetentionStatus s) {
      return s == RetentionStatus::held ? 3 : s == RetentionStatus::open ? 2 : s == RetentionStatus::unknown ? 1 : 0;
    };
    if (rank(status) <= rank(family.status)) return;
    family.status = status;
    family.why = why;
  };
  if (held) raise(RetentionStatus::held, *held);
  if (!is_done(record))
    raise(RetentionStatus::open, fmt::format("it is {}{}", to_string(record.state),
                                             record.route() ? fmt::format(", {}", to_string(*record.route())) : ""));
  if (!term.until) {
    raise(RetentionStatus::unknown, term.why_unknown);
  } else if (!family.until || *term.until > *family.until) {
    family.until = term.until;
    family.rule = term.rule;
  }
}

}  // namespace

std::string_view to_string(RetentionStatus status) { return kStatus[static_cast<std::size_t>(status)]; }

Record rest_of(const Record& record, const Disposal& disposal) {
  Record rest;
  rest.id = record.id;
  rest.trace_id = record.trace_id;
  rest.state = record.state;
  rest.source.name = "disposed";
  rest.source.media_type = record.source.media_type;
  rest.source.bytes = record.source.bytes;
  rest.source.received_at = record.source.received_at;
  rest.source.channel = record.source.channel;
  rest.source.parent = record.source.parent;
  rest.source.pages = record.source.pages;
  if (record.decision) rest.decision = Decision{.route = record.decision->route};
  rest.disposal = disposal;
  return rest;
}

Retention::Retention(Store& store, Clock& clock, RetentionOptions options)
    : store_(store), clock_(clock), options_(std::move(options)) {}

std::vector<RetentionFamily> Retention::families() {
  std::vector<RetentionRule> own;
  store_.master_data().for_each(MasterKind::retention, clock_.today(), [&](const MasterItem& item) {
    own.push_back(retention_from(item.rows));
    return true;
  });
  auto held = holds_in(store_);
  std::vector<RetentionFamily> families;
  std::map<std::string, std::size_t> family_of;  // by id of each member
  store_.for_each({}, [&](const Record& record) {
    auto parent = family_of.find(record.source.parent);
    if (parent == family_of.end()) families.push_back({.id = record.id, .members = {}, .name = record.source.name});
    std::size_t at = parent == family_of.end() ? families.size() - 1 : parent->second;
    family_of[record.id] = at;
    if (record.disposal) {
      families[at].members.push_back(record.id);
      families[at].rule = record.disposal->rule;
      families[at].until = std::max(families[at].until, Date::parse(record.disposal->kept_until));
      if (families[at].members.size() == 1) families[at].status = RetentionStatus::disposed;
      return true;
    }
    if (families[at].status == RetentionStatus::disposed) families[at].status = RetentionStatus::kept;
    auto hold = held.find(record.id);
    add_member(families[at], record, term_of(record, options_, own), hold == held.end() ? nullptr : &hold->second);
    return true;
  });
  for (RetentionFamily& family : families)
    if (family.status == RetentionStatus::kept && family.until && *family.until < clock_.today())
      family.status = RetentionStatus::due;
  return families;
}

Reviewed<Record> Retention::hold(const std::string& id, const std::string& reason) {
  auto found = find_document(store_, id);
  if (!found) return found;
  auto refuse = [](ErrorKind kind, std::string what) { return std::unexpected(Refusal{kind, std::move(what)}); };
  if (reason.empty()) return refuse(ErrorKind::usage, "a legal hold needs a reason; say it with --reason TEXT");
  if (found->disposal)
    return refuse(ErrorKind::bad_input, fmt::format("{} was disposed of on {}", short_id(*found), found->disposal->on));
  if (holds_in(store_, found->id).contains(found->id))
    return refuse(ErrorKind::bad_input, fmt::format("{} is under a legal hold already", short_id(*found)));
  store_.append_event(found->id,
                      {clock_.now_ms(), options_.actor, "held", "", JsonText().text("reason", reason).str()});
  return found;
}

Reviewed<Record> Retention::lift(const std::string& id, const std::string& reason) {
  auto found = find_document(store_, id);
  if (!found) return found;
  auto refuse = [](ErrorKind kind, std::string what) { return std::unexpected(Refusal{kind, std::move(what)}); };
  if (reason.empty()) return refuse(ErrorKind::usage, "lifting a legal hold needs a reason; say it with --reason TEXT");
  if (!holds_in(store_, found->id).contains(found->id))
    return refuse(ErrorKind::bad_input, fmt::format("{} is not under a legal hold", short_id(*found)));
  store_.append_event(found->id,
                      {clock_.now_ms(), options_.actor, "hold_lifted", "", JsonText().text("reason", reason).str()});
  return found;
}

std::int64_t Retention::values_that_stay(const RetentionFamily& family) {
  std::int64_t count = 0;
  for (const std::string& id : family.members)
    store_.for_each_event(id, [&](const StoredEvent& stored) {
      auto detail = nlohmann::json::parse(stored.event.detail, nullptr, false);
      if (detail.is_object() && (detail.contains("changes") || detail.contains("reason") || detail.contains("iban")))
        ++count;
      return true;
    });
  return count;
}

bool Retention::dispose(const RetentionFamily& family, BlobStore& originals,
                        const std::function<void(const std::string& id)>& forget_pages) {
  Disposal disposal{clock_.today().str(), family.until ? family.until->str() : "", family.rule};
  // What came in it goes before it: the last to go is the one whose bytes hold all the others.
  for (auto id = family.members.rbegin(); id != family.members.rend(); ++id) {
    auto record = store_.find(*id);
    if (!record || record->disposal) continue;
    if (!is_done(*record)) return false;
    Event event{clock_.now_ms(), options_.actor, "disposed",
                JsonText().text("kept_until", disposal.kept_until).text("rule", disposal.rule).str()};
    try {
      if (!store_.dispose(rest_of(*record, disposal), record->state, event)) return false;
    } catch (const Error& refused) {
      if (refused.kind() != ErrorKind::permission) throw;
      return false;  // held since it was looked at
    }
  }
  for (const std::string& id : family.members) {
    forget_pages(id);
    originals.remove(id);
  }
  return true;
}

std::string retention_json(const RetentionFamily& family) {
  JsonText json;
  json.text("id", family.id).text("name", family.name).text("status", to_string(family.status));
  std::vector<std::string> members;
  for (const std::string& id : family.members) members.push_back(json_quote(id));
  json.raw("documents", json_array(members));
  if (family.until) json.text("kept_until", family.until->str());
  if (!family.rule.empty()) json.text("rule", family.rule);
  if (!family.why.empty()) json.text("why", family.why);
  return json.str();
}

std::string retention_table(const std::vector<RetentionFamily>& families) {
  std::map<RetentionStatus, std::size_t> counts;
  std::string out;
  for (const RetentionFamily& family : families) {
    ++counts[family.status];
    std::string more = family.members.size() > 1 ? fmt::format(" ({} documents)", family.members.size()) : "";
    out += fmt::format("{:<12}  {:<8}  {:<10}  {}{}\n", family.id.substr(0, 12), to_string(family.status),
                       family.until ? family.until->str() : "-", fit(family.name, 60), more);
    const std::string& told = family.why.empty() ? family.rule : family.why;
    if (!told.empty()) out += fmt::format("{:<12}  {}\n", "", fit(told, 200));
  }
  std::string sums;
  for (const auto& [status, count] : counts)
    sums += fmt::format("{}{} {}", sums.empty() ? "" : ", ", count, to_string(status));
  return out + (sums.empty() ? "no documents\n" : sums + "\n");
}

}  // namespace ap

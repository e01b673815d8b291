// Claims and run figures: who works on what.
#include "adapters/sqlite/schema.h"
#include "adapters/sqlite/store.h"

namespace ap::sqlite {

std::vector<Claim> SqliteStore::claim(State state, std::optional<Route> route, int limit, std::string_view owner,
                                      std::int64_t now_ms, std::int64_t lease_ms) {
  std::lock_guard lock(mutex_);
  Transaction transaction(database_);
  auto wanted = route ? std::optional(to_string(*route)) : std::nullopt;
  auto rows = database_.prepare(
      "SELECT id, tries FROM documents WHERE state = ?1 "
      "AND CASE WHEN ?2 IS NULL THEN route IS NULL OR route NOT IN ('reject', 'duplicate') ELSE route = ?2 END "
      "AND (claim_until IS NULL OR claim_until <= ?3) AND (retry_at IS NULL OR retry_at <= ?3) ORDER BY seq LIMIT ?4");
  rows.bind(to_string(state), wanted, now_ms, limit);
  std::vector<Claim> claims;
  while (rows.step()) claims.push_back({rows.text(0), std::string(owner), int(rows.integer(1))});
  for (const auto& claim : claims) {
    auto row = database_.prepare("UPDATE documents SET claim_owner = ?, claim_until = ? WHERE id = ?");
    row.bind(owner, now_ms + lease_ms, claim.document_id).run();
  }
  transaction.commit();
  return claims;
}

bool SqliteStore::renew(const Claim& claim, std::int64_t now_ms, std::int64_t lease_ms) {
  std::lock_guard lock(mutex_);
  auto row = database_.prepare("UPDATE documents SET claim_until = ? WHERE id = ? AND claim_owner = ?");
  row.bind(now_ms + lease_ms, claim.document_id, claim.owner).run();
  return database_.changes() == 1;
}

void SqliteStore::release(const Claim& claim, std::optional<std::int64_t> retry_at_ms) {
  std::lock_guard lock(mutex_);
  auto row = database_.prepare(
      "UPDATE documents SET claim_owner = NULL, claim_until = NULL, "
      "tries = tries + (?1 IS NOT NULL), retry_at = coalesce(?1, retry_at) "
      "WHERE id = ?2 AND claim_owner = ?3");
  row.bind(retry_at_ms, claim.document_id, claim.owner).run();
}

std::vector<std::string> SqliteStore::claim_owners(std::int64_t now_ms) {
  std::lock_guard lock(mutex_);
  std::vector<std::string> owners;
  auto rows = database_.prepare(
      "SELECT DISTINCT claim_owner FROM documents WHERE claim_owner IS NOT NULL AND claim_until > ? ORDER BY 1");
  for (rows.bind(now_ms); rows.step();) owners.push_back(rows.text(0));
  return owners;
}

void SqliteStore::release_all(std::string_view owner) {
  std::lock_guard lock(mutex_);
  database_.prepare("UPDATE documents SET claim_owner = NULL, claim_until = NULL WHERE claim_owner = ?")
      .bind(owner)
      .run();
}

QueueFigures SqliteStore::queue_figures() {
  std::lock_guard lock(mutex_);
  QueueFigures figures;
  auto rows = database_.prepare("SELECT state, route, count(*), min(received_ms) FROM documents GROUP BY state, route");
  while (rows.step()) {
    auto state = state_from(rows.text(0)).value_or(State::failed);
    figures.documents[{state, route_from(rows.text(1))}] = rows.integer(2);
    auto [oldest, first] = figures.oldest_ms.emplace(state, rows.integer(3));
    if (!first) oldest->second = std::min(oldest->second, rows.integer(3));
  }
  return figures;
}

void SqliteStore::record_run(std::string_view command, std::int64_t at_ms, int exit_code,
                             const std::map<std::string, std::int64_t>& processed) {
  std::lock_guard lock(mutex_);
  Transaction transaction(database_);
  // 1 is a business outcome: the run itself succeeded.
  std::int64_t success = exit_code <= 1 ? at_ms : 0;
  auto run = database_.prepare(
      "INSERT INTO runs (command, last_run_ms, last_success_ms, last_exit_code) VALUES (?, ?, ?, ?) "
      "ON CONFLICT (command) DO UPDATE SET last_run_ms = excluded.last_run_ms, "
      "last_success_ms = max(last_success_ms, excluded.last_success_ms), last_exit_code = excluded.last_exit_code");
  run.bind(command, at_ms, success, exit_code).run();
  for (const auto& [outcome, count] : processed) {
    auto row = database_.prepare(
        "INSERT INTO run_outcomes (command, outcome, total) VALUES (?, ?, ?) "
        "ON CONFLICT (command, outcome) DO UPDATE SET total = total + excluded.total");
    row.bind(command, outcome, count).run();
  }
  transaction.commit();
}

std::map<std::string, RunFigures> SqliteStore::run_figures() {
  std::lock_guard lock(mutex_);
  std::map<std::string, RunFigures> figures;
  auto runs = database_.prepare("SELECT command, last_run_ms, last_success_ms, last_exit_code FROM runs");
  while (runs.step()) figures[runs.text(0)] = {runs.integer(1), runs.integer(2), int(runs.integer(3)), {}};
  auto outcomes = database_.prepare("SELECT command, outcome, total FROM run_outcomes");
  while (outcomes.step()) figures[outcomes.text(0)].processed[outcomes.text(1)] = outcomes.integer(2);
  return figures;
}

}  // namespace ap::sqlite

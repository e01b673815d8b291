#include "stages/journal.h"

#include <doctest/doctest.h>

#include <random>
#include <sstream>

#include "adapters/sodium/signer.h"
#include "bill_kit.h"
#include "core/error.h"
#include "core/json_text.h"

using namespace ap;
using namespace ap::test;

namespace {

// The export of a store in which thirty bills were received, extracted and decided.
std::string sample_export(memory::MemoryStore& store) {
  for (int i = 0; i < 30; ++i) {
    Record record = bill("RE-" + std::to_string(i));
    put(store, record);
    store.update(record, State::extracted,
                 {1795000000000 + i, "ann", "corrected", R"({"n":)" + std::to_string(i) + "}"});
  }
  std::string text;
  export_journal(store, JournalValues::leave_out, [&](std::string_view line) { text.append(line).append("\n"); });
  return text;
}

JournalVerdict check(const std::string& text, const std::optional<KeptHead>& head) {
  std::istringstream in(text);
  return verify_export(in, head);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

// One harm done to a copy: a bit flipped, a line dropped, two swapped, one put in again, the end cut off.
std::string harmed(const std::string& text, int kind, std::mt19937& random) {
  auto pick = [&](std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random); };
  auto lines = lines_of(text);
  std::string out = text;
  switch (kind) {
    case 0:
      out[pick(out.size())] ^= static_cast<char>(1 << pick(8));
      return out;
    case 1:
      lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(pick(lines.size())));
      return joined(lines);
    case 2: {
      std::size_t a = pick(lines.size()), b = pick(lines.size() - 1);
      std::swap(lines[a], lines[b >= a ? b + 1 : b]);
      return joined(lines);
    }
    case 3: {
      std::string again = lines[pick(lines.size())];
      lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(pick(lines.size() + 1)), again);
      return joined(lines);
    }
    default:
      return out.substr(0, pick(out.size()));
  }
}

}  // namespace

TEST_CASE("an export that nobody touched holds; its end is proven by a head only") {
  memory::MemoryStore store;
  StillClock clock;
  std::string text = sample_export(store);
  KeptHead head = take_head(store, clock, nullptr, "");
  CHECK(head.head.seq == 60);
  CHECK(check(text, head).problem.empty());
  CHECK(check(text, head).tail_proven);
  CHECK(check(text, std::nullopt).problem.empty());
  CHECK_FALSE(check(text, std::nullopt).tail_proven);
  CHECK(journal_text(check(text, std::nullopt), std::nullopt).find("not provable without a head") != std::string::npos);
  CHECK(verify_journal(store, head).tail_proven);
  // What came after the head was taken does no harm.
  store.append_event("", {1, "ann", "checked", ""});
  CHECK(verify_journal(store, head).tail_proven);
}

TEST_CASE("a thousand harms done to a copy are found against a head kept elsewhere") {
  memory::MemoryStore store;
  StillClock clock;
  const std::string text = sample_export(store);
  KeptHead head = take_head(store, clock, nullptr, "");
  std::mt19937 random(20261123);
  int found = 0;
  for (int i = 0; i < 1000; ++i) {
    std::string copy = harmed(text, i % 5, random);
    REQUIRE(copy != text);
    bool problem = !check(copy, head).problem.empty();
    if (!problem) MESSAGE("not found: kind " << i % 5 << ", number " << i);
    found += problem;
  }
  CHECK(found == 1000);
}

TEST_CASE("a head is signed, and trusted only with its signature and key") {
  memory::MemoryStore store;
  StillClock clock;
  SodiumSigner signer;
  put(store, bill("RE-1"));
  std::string secret = signer.new_secret(), key = signer.public_key(secret);
  CHECK(secret.size() == 64);
  CHECK(secret != signer.new_secret());
  KeptHead head = take_head(store, clock, &signer, secret);
  CHECK(head.is_signed());
  CHECK(distrust(head, signer, "").empty());
  CHECK(distrust(head, signer, key).empty());
  CHECK(distrust(head, signer, signer.public_key(signer.new_secret())) == "it is signed with another key");
  KeptHead forged = head;
  forged.head.seq = 2;
  CHECK(distrust(forged, signer, key) == "its signature is wrong");
  forged = head;
  forged.signature = "no hex";
  CHECK(distrust(forged, signer, key) == "its signature is wrong");
  KeptHead unsigned_head = take_head(store, clock, nullptr, "");
  CHECK(distrust(unsigned_head, signer, "").empty());
  CHECK(distrust(unsigned_head, signer, key) == "it is not signed");
  CHECK_THROWS_AS(signer.sign("x", "no secret"), Error);
}

TEST_CASE("Ed25519 is that of RFC 8032, test 1") {
  SodiumSigner signer;
  std::string secret = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
  CHECK(signer.public_key(secret) == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  CHECK(
      signer.sign("", secret) ==
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24"
      "655141438e7a100b");
}

TEST_CASE("values stand beside the journal: an export without them holds, and with them each is the sealed one") {
  memory::MemoryStore store;
  Record record = bill("RE-1");
  put(store, record);
  const std::string values = R"({"reason":"not ours"})";
  store.append_event(record.id, {1, "ann", "held", R"({"n":1})", values});
  std::string without, with;
  export_journal(store, JournalValues::leave_out, [&](std::string_view line) { without.append(line).append("\n"); });
  export_journal(store, JournalValues::include, [&](std::string_view line) { with.append(line).append("\n"); });
  CHECK(without.find("not ours") == std::string::npos);
  CHECK(with.find("not ours") != std::string::npos);
  KeptHead head{store.journal_head(), "", "", ""};
  for (const std::string& text : {without, with}) {
    CHECK(check(text, head).problem.empty());
    CHECK(check(text, head).tail_proven);
  }
  CHECK(check(without, head).without_values == 1);
  CHECK(check(with, head).with_values == 1);
  std::string other = with;
  other.replace(other.find("not ours"), 8, "not Ours");
  CHECK(check(other, head).problem == "the values of entry 2 were altered");
  other = with;
  auto salt = other.find("\"salt\":\"") + 8;
  other[salt] = other[salt] == '0' ? '1' : '0';
  CHECK(check(other, head).problem == "the values of entry 2 were altered");
  CHECK(verify_journal(store, std::nullopt).with_values == 1);
  // What no seal vouches for is refused, even where the chain would hold.
  JournalEntry loose{1, "", 5, "ann", "x", "", "", ""};
  loose.hash = chain_hash(kJournalStart, loose);
  loose.salt = "0";
  loose.values = "{}";
  JournalCheck alone(std::nullopt);
  CHECK_FALSE(alone.add(loose));
}

TEST_CASE("a seal is found at the end of a detail, and nowhere else") {
  std::string seal = seal_of("00", "{}");
  CHECK(seal_in(with_seal("", seal)) == seal);
  CHECK(seal_in(with_seal("{}", seal)) == seal);
  CHECK(seal_in(with_seal(R"({"a":"}"})", seal)) == seal);
  CHECK(seal_in("").empty());
  CHECK(seal_in("{}").empty());
  // As text inside a string its quotes are escaped.
  CHECK(seal_in(JsonText().text("reason", R"(x","sealed":")" + seal + "\"}").str()).empty());
}

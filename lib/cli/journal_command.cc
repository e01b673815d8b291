#include "cli/journal_command.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <fstream>

#include "adapters/sodium/signer.h"
#include "core/error.h"
#include "stages/decision_texts.h"
#include "stages/journal.h"

namespace ap::cli {
namespace {

constexpr std::uint64_t kSmallFile = 64 * 1024;

[[noreturn]] void usage(const std::string& what) {
  throw Error(ErrorKind::usage, what,
              "ap-health journal verify [FILE] [--head FILE], head [--key FILE], export, text DIGEST, or key FILE");
}

std::string read_small(Context& context, const std::string& path) {
  auto text = context.files().read(path, kSmallFile);
  if (!text) throw Error(ErrorKind::no_input, text.error().message, "name a file that exists and may be read");
  while (!text->empty() && (text->back() == '\n' || text->back() == '\r')) text->pop_back();
  return *text;
}

std::optional<KeptHead> kept_head(Context& context, const JournalArguments& args, Signer& signer) {
  if (args.head.empty()) {
    if (!args.public_key.empty()) usage("--public-key is for the head that --head names");
    return std::nullopt;
  }
  auto head = head_from(read_small(context, args.head));
  if (!head)
    throw Error(ErrorKind::bad_input, fmt::format("{} is no head of a journal: {}", args.head, head.error()),
                "give a file that ap-health journal head wrote");
  std::string key = args.public_key.empty() ? "" : read_small(context, args.public_key);
  if (auto why = distrust(*head, signer, key); !why.empty()) {
    context.output().write(fmt::format("CRITICAL - the head in {} cannot be relied on: {}\n", args.head, why));
    return KeptHead{{-1, ""}, "", "", ""};
  }
  return *head;
}

int verify(Context& context, const JournalArguments& args) {
  if (args.words.size() > 2) usage("verify takes one file");
  SodiumSigner signer;
  auto head = kept_head(context, args, signer);
  if (head && head->head.seq < 0) return 2;
  JournalVerdict verdict;
  if (args.words.size() == 2) {
    std::ifstream file(args.words[1], std::ios::binary);
    if (!file) throw Error(ErrorKind::no_input, "cannot read " + args.words[1], "name an export of the journal");
    verdict = verify_export(file, head);
  } else {
    verdict = verify_journal(context.require_store(StoreUse::existing), head);
  }
  context.output().write(journal_text(verdict, head));
  return verdict.problem.empty() ? 0 : 2;
}

int head(Context& context, const JournalArguments& args) {
  SodiumSigner signer;
  std::string secret = args.key.empty() ? "" : read_small(context, args.key);
  auto taken = take_head(context.require_store(StoreUse::existing), context.clock(), &signer, secret);
  context.output().line(head_line(taken));
  return 0;
}

// The secret goes into a new file that only its owner reads; the public key is printed.
int make_key(Context& context, const JournalArguments& args) {
  if (args.words.size() != 2) usage("name the file for the new key");
  const std::string& path = args.words[1];
  if (context.files().info(path))
    throw Error(ErrorKind::cannot_create, path + " exists already", "name a new file: a key is never written over");
  SodiumSigner signer;
  std::string secret = signer.new_secret();
  mode_t before = umask(077);
  auto file = context.files().create(path);
  umask(before);
  file->write(secret + "\n");
  file->commit();
  context.output().line(signer.public_key(secret));
  return 0;
}

}  // namespace

void declare_journal(Options& options, JournalArguments& args) {
  options.command("journal", "check the journal of all events, export it, take its head")
      .arguments(
          "verify|head|export|text|key [FILE|DIGEST]", args.words,
          "verify: the store, or the export FILE; text: the policy or settings of that digest; key: make a key for "
          "signing")
      .value("--head", "FILE", args.head, "verify against this head, kept elsewhere: finds a missing end too")
      .value("--public-key", "FILE", args.public_key, "the head must be signed with this public key")
      .flag("--values", args.values, "export also the values that people put in; keep such an export apart")
      .value("--key", "FILE", args.key, "sign the head with this secret key");
}

int run_journal(Context& context, const JournalArguments& args) {
  std::string verb = args.words.empty() ? "verify" : args.words[0];
  if (verb == "verify") return verify(context, args);
  if (verb == "key") return make_key(context, args);
  if (verb == "text") {
    if (args.words.size() != 2) usage("name the digest of the text");
    context.output().write(kept_text(context.require_store(StoreUse::existing), args.words[1]));
    return 0;
  }
  if (args.words.size() > 1) usage(fmt::format("'{}' takes no file", verb));
  if (verb == "head") return head(context, args);
  if (verb != "export") usage(fmt::format("there is no '{}'", verb));
  export_journal(context.require_store(StoreUse::existing),
                 args.values ? JournalValues::include : JournalValues::leave_out,
                 [&](std::string_view line) { context.output().line(std::string(line)); });
  return 0;
}

}  // namespace ap::cli

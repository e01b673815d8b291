// next: the documents that wait, one after the other, by single keys.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/review_command.h"
#include "cli/review_settings.h"
#include "cli/terminal.h"
#include "core/error.h"
#include "core/fields.h"
#include "stages/decide.h"
#include "stages/text_columns.h"

namespace ap::cli {
namespace {

constexpr std::size_t kWidth = 78;

// What a clerk looks at first; others only where they are doubtful.
constexpr std::array<std::string_view, 10> kKeyFields{"type",           "number",      "issue_date", "seller.name",
                                                      "purchase_order", "totals.net",  "totals.tax", "totals.gross",
                                                      "totals.payable", "payment.iban"};

class Desk {
 public:
  Desk(Context& context, Review& review, const ReviewArguments& args, Drawing& drawing)
      : context_(context), review_(review), args_(args), drawing_(drawing), keys_(context.stop(), context.output()) {}

  // 0 when nothing is left of what there was at first, 1 otherwise.
  int work() {
    FilterArguments filter = args_.filter;
    if (filter.sort.empty()) filter.sort = "risk";
    auto records = review_.list(review_filter(context_, filter));
    std::size_t total = records.size();
    if (total == 0) return say("nothing waits here\n"), 0;
    for (std::size_t i = 0; i < total && !over_; ++i) {
      position_ = fmt::format("{} of {}", i + 1, total);
      one(records[i].id);
    }
    say(fmt::format("{} approved, {} rejected, {} corrected, {} left of {}\n", approved_, rejected_, corrected_,
                    total - std::size_t(approved_ + rejected_), total));
    return std::size_t(approved_ + rejected_) == total ? 0 : 1;
  }

 private:
  void say(const std::string& text) { context_.output().write(text); }

  // Stays on the document until a key leaves it.
  void one(const std::string& id) {
    auto record = review_.find(id);
    if (!record || record->route() != Route::review) {
      say(fmt::format("\n--- {}: document {} was decided by somebody else meanwhile\n", position_, id.substr(0, 12)));
      return;
    }
    screen(*record);
    for (;;) {
      auto key = keys_.key();
      if (key && *key == KeyReader::kNoKey) continue;
      if (!key || *key == 'q' || *key == KeyReader::kEndOfInput) {
        over_ = true;
        return;
      }
      if (*key == 's') return;
      if (press(*key, *record)) return;
      auto fresh = review_.find(id);
      if (!fresh || fresh->route() != Route::review) {
        say("it waits no more\n");
        return;
      }
      *record = std::move(*fresh);
      menu();
    }
  }

  // True when the document is done with.
  bool press(char key, const Record& record) {
    switch (key) {
      case 'a':
        return approve(record);
      case 'r':
        return reject(record);
      case 'c':
        correct(record);
        return false;
      case 'b':
        return release(record);
      case 'm':
        told(review_.assign(record.id, context_.actor(), [](std::string_view) { return true; }), "it is yours now");
        return false;
      case 'v':
        page(record);
        return false;
      case 'p':
        picture(record);
        return false;
      default:
        say("that key does nothing here:\n");
        return false;
    }
  }

  // Says how it went; true when it was done.
  bool told(const Reviewed<Record>& outcome, const std::string& done) {
    say(outcome ? done + "\n" : "refused: " + outcome.error().message + "\n");
    return outcome.has_value();
  }

  bool approve(const Record& record) {
    bool errors = std::ranges::any_of(record.findings, [](const Finding& f) { return f.severity == Severity::error; });
    std::string reason;
    if (errors) {
      auto given = keys_.line("why may it be paid all the same? ");
      if (!given) return false;
      reason = *given;
    }
    bool done = told(review_.approve(record.id, reason), "approved");
    approved_ += done ? 1 : 0;
    return done;
  }

  bool reject(const Record& record) {
    auto reason = keys_.line("why is it rejected? ");
    if (!reason) return false;
    bool done = told(review_.reject(record.id, *reason), "rejected");
    rejected_ += done ? 1 : 0;
    return done;
  }

  bool release(const Record& record) {
    auto how = keys_.line("how was the account confirmed? ");
    if (!how) return false;
    auto outcome = review_.release(record.id, *how);
    return told(outcome, "released") && outcome->route() != Route::review;
  }

  void correct(const Record& record) {
    auto text = keys_.line("FIELD=VALUE: ");
    if (!text) return;
    auto equals = text->find('=');
    if (equals == std::string::npos || equals == 0) {
      say("that is not FIELD=VALUE, as totals.gross=119.00\n");
      return;
    }
    auto outcome = review_.correct(record.id, {{text->substr(0, equals), text->substr(equals + 1)}});
    corrected_ += outcome ? 1 : 0;
    told(outcome, outcome ? fmt::format("corrected; now {}: {}", to_string(*outcome->route()),
                                        fit(fmt::format("{}", fmt::join(outcome->decision->reasons, "; ")), 300))
                          : "");
    for (const Habit& habit : review_.learned()) say(fmt::format("learned: {} {}\n", habit.field, describe(habit)));
  }

  void page(const Record& record) {
    auto due = due_rules(context_.settings());
    auto whose = review_.assignments();
    say("\n" + review_page(record, review_.history(record.id), {context_.clock().now_ms(), due, whose}));
  }

  void picture(const Record& record) {
    auto field = keys_.line("picture of which field? ");
    if (!field) return;
    try {
      std::string shown = terminal_picture(read_crop(context_, record, *field), args_.picture, drawing_);
      say(shown.empty() ? "this terminal does not say that it shows pictures; ap-review show ID --crop FIELD out.png "
                          "writes one\n"
                        : shown);
    } catch (const Error& error) {
      say(fmt::format("{}\n", error.what()));
    }
  }

  void screen(const Record& record) {
    auto risk = at_risk(record);
    auto whose = review_.assignments();
    auto holder = whose.find(record.id);
    std::string out =
        fmt::format("\n--- {}: document {}, {}\n", position_, record.id.substr(0, 12), fit(record.source.name, 40));
    out += fmt::format("total {}, at risk {}\n", record.invoice ? total_of(record) : "unknown",
                       risk ? risk->str() + " " + record.invoice->currency : "unknown");
    if (holder != whose.end())
      out += holder->second == context_.actor() ? "it is yours\n" : fmt::format("{} works on it\n", holder->second);
    if (record.invoice) out += fields(record);
    for (const Finding& finding : record.findings)
      if (holds(finding)) out += fmt::format("  ! {}: {}\n", finding.rule, fit(finding.message, 4 * kWidth));
    if (record.decision)
      for (const std::string& reason : record.decision->reasons)
        if (std::ranges::none_of(record.findings, [&](const Finding& f) { return reason.starts_with(f.rule + ":"); }))
          out += fmt::format("  ! {}\n", fit(reason, 4 * kWidth));
    say(out);
    menu();
  }

  std::string fields(const Record& record) const {
    std::string out;
    for (const std::string& path : present_fields(*record.invoice)) {
      auto evidence = record.evidence.find(path);
      constexpr Confidence kDoubtful = 930;
      bool doubtful = evidence != record.evidence.end() && evidence->second.confidence < kDoubtful;
      if (!doubtful && std::ranges::find(kKeyFields, path) == kKeyFields.end()) continue;
      out += fmt::format("  {:<22} {}{}\n", path, fit(get_field(*record.invoice, path).value_or(""), 44),
                         doubtful ? fmt::format("   ? {}.{} % sure", evidence->second.confidence / 10,
                                                evidence->second.confidence % 10)
                                  : "");
    }
    return out;
  }

  void menu() {
    say("a approve  r reject  c correct  b release bank  m mine  v view all  p picture  s skip  q quit\n");
  }

  Context& context_;
  Review& review_;
  const ReviewArguments& args_;
  Drawing& drawing_;
  KeyReader keys_;
  std::string position_;
  bool over_ = false;
  std::int64_t approved_ = 0, rejected_ = 0, corrected_ = 0;
};

}  // namespace

int run_next(Context& context, Review& review, const ReviewArguments& args, Drawing& drawing) {
  if (!context.output().is_terminal())
    throw Error(ErrorKind::usage, "next talks to a terminal, and standard output is none",
                "use ap-review list and ap-review worklist");
  return Desk(context, review, args, drawing).work();
}

}  // namespace ap::cli

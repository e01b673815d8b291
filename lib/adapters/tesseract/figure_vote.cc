#include "adapters/tesseract/figure_vote.h"

#include <algorithm>
#include <array>

namespace ap::ocr {
namespace {

constexpr double kEach = 0.4, kBySureness = 0.6;  // votes of a look: of any, and by its confidence
constexpr double kFirst = 0.5;                    // further ones of the word itself, which may be of several readings
constexpr double kEarlier = 0.6;                  // share of the votes of an outvoted earlier reading
constexpr double kNoDate = 0.3, kNoAmount = 0.5;  // what is left to looks that do not see what others see
constexpr double kFewestVotes = 0.08;             // of all, to be kept beside
constexpr std::size_t kMostKept = 4;
constexpr Confidence kMost = 900, kLeast = 250;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

char figure_for(char c) {
  constexpr std::string_view kLetters = "OoQDlI|!iZzSsBG", kFigures =
                                                               "0000111112255"
                                                               "86";
  const std::size_t at = kLetters.find(c);
  return at == std::string_view::npos ? c : kFigures[at];
}

int number(std::string_view digits) {
  int out = 0;
  for (char c : digits) out = out * 10 + (c - '0');
  return out;
}

bool is_calendar(std::string_view one, std::string_view two, std::string_view year) {
  if (one.empty() || two.empty() || one.size() > 2 || two.size() > 2 || (year.size() != 2 && year.size() != 4))
    return false;
  const int a = number(one), b = number(two), y = number(year);
  if (year.size() == 4 && (y < 1990 || y > 2099)) return false;
  return std::min(a, b) >= 1 && std::min(a, b) <= 12 && std::max(a, b) <= 31;
}

std::string with_figures(std::string_view text) {
  std::string out;
  for (char c : text)
    if (c != ' ') out += figure_for(c);
  return out;
}

// "42.50" and the like, a minus and a currency aside.
bool is_amount(std::string_view text) {
  const std::size_t mark = text.find_last_of(".,");
  return mark != std::string_view::npos && mark > 0 && is_digit(text[mark - 1]) && mark + 3 == text.size() &&
         is_digit(text[mark + 1]) && is_digit(text[mark + 2]);
}

struct Candidate {
  std::string key, text;
  double votes = 0, best = 0;
  bool date = false;
};

Candidate candidate_of(std::string_view text) {
  Candidate out;
  out.text = std::string(text);
  std::string date = as_date(text);
  out.date = !date.empty();
  if (out.date) {
    // Where a separator had become a figure, the date is what was read; else its own signs are kept.
    const bool same = std::ranges::count_if(date, is_digit) ==
                      std::ranges::count_if(with_figures(text), [](char c) { return is_digit(c); });
    if (!same || std::ranges::none_of(text, [](char c) { return c == '/' || c == '-' || c == '.'; })) out.text = date;
  }
  for (char c : out.date ? date : with_figures(text))
    if (is_digit(c) || (out.date && c == '/')) out.key += c;
  return out;
}

class Ballot {
 public:
  void add(std::string_view text, double votes) {
    Candidate one = candidate_of(text);
    if (one.key.empty()) return;
    auto known = std::ranges::find(all_, one.key, &Candidate::key);
    if (known == all_.end()) {
      one.votes = one.best = votes;
      all_.push_back(std::move(one));
      return;
    }
    known->votes += votes;
    const bool better = is_amount(one.text) != is_amount(known->text) ? is_amount(one.text) : votes > known->best;
    if (better) known->text = std::move(one.text), known->best = votes;
  }

  // Candidates, most votes first, as parts of all votes.
  std::vector<Candidate> count() {
    double dates = 0, amounts = 0, sum = 0;
    for (const Candidate& one : all_) {
      sum += one.votes;
      if (one.date) dates += one.votes;
      if (is_amount(one.text)) amounts += one.votes;
    }
    const bool dated = 3 * dates > sum, money = !dated && 2 * amounts > sum;
    sum = 0;
    for (Candidate& one : all_) {
      if (dated && !one.date) one.votes *= kNoDate;
      if (money && !is_amount(one.text)) one.votes *= kNoAmount;
      sum += one.votes;
    }
    for (Candidate& one : all_) one.votes /= std::max(sum, 0.001);
    std::ranges::stable_sort(all_, [](const Candidate& a, const Candidate& b) { return a.votes > b.votes; });
    return all_;
  }

 private:
  std::vector<Candidate> all_;
};

double part(Confidence confidence) { return static_cast<double>(confidence) / kCertain; }

}  // namespace

std::string as_date(std::string_view text) {
  const std::string read = with_figures(text);
  std::array<std::string, 3> parts;
  std::size_t at = 0;
  for (char c : read) {
    if (is_digit(c)) {
      parts[at] += c;
    } else if ((c == '/' || c == '-' || c == '.') && !parts[at].empty() && at < 2) {
      ++at;
    } else if (c != '/' && c != '-' && c != '.' && c != ',' && c != ':' && c != '\'') {
      return "";
    }
  }
  auto put = [](std::string_view one, std::string_view two, std::string_view year) {
    return std::string(one) + "/" + std::string(two) + "/" + std::string(year);
  };
  if (at == 2 && parts[0].size() == 4 && parts[0].starts_with("20") && is_calendar(parts[1], parts[2], parts[0]))
    return put(parts[2], parts[1], parts[0]);
  if (at == 2 && is_calendar(parts[0], parts[1], parts[2])) return put(parts[0], parts[1], parts[2]);
  // Ten characters of a date whose slashes became strokes: the third and the sixth.
  const std::string all = parts[0] + (at > 0 ? "/" + parts[1] : "") + (at > 1 ? "/" + parts[2] : "");
  if (all.size() != 10) return "";
  auto stroke = [](char c) { return c == '1' || c == '/' || c == '7' || c == '4'; };
  const std::string_view view = all;
  const std::string_view one = view.substr(0, 2), two = view.substr(3, 2), year = view.substr(6);
  if (!stroke(view[2]) || !stroke(view[5]) || one.find('/') != one.npos || two.find('/') != two.npos ||
      year.find('/') != year.npos || !is_calendar(one, two, year))
    return "";
  return put(one, two, year);
}

void settle(layout::Word& word, const std::vector<Look>& looks, const std::vector<Look>& others,
            std::vector<Look>& rest) {
  Ballot ballot;
  ballot.add(word.text, kFirst + kEach + kBySureness * part(word.confidence));
  for (const Look& look : looks) ballot.add(look.text, kEach + kBySureness * part(look.confidence));
  for (const Look& other : others) ballot.add(other.text, kEarlier * (kEach + kBySureness * part(other.confidence)));
  const std::vector<Candidate> counted = ballot.count();
  if (counted.empty()) return;
  const Candidate own = candidate_of(word.text);
  const auto share = [](const Candidate& one) { return static_cast<Confidence>(one.votes * kCertain); };
  if (counted.front().key != own.key) word.text = counted.front().text;
  word.confidence = std::clamp(share(counted.front()), kLeast, kMost);
  for (std::size_t i = 1; i < counted.size() && rest.size() < kMostKept; ++i)
    if (counted[i].votes >= kFewestVotes) rest.push_back({counted[i].text, share(counted[i])});
}

}  // namespace ap::ocr

#include "adapters/tesseract/vote.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>

namespace ap::ocr {
namespace {

constexpr Confidence kSure = 700;         // of a word that only a later reading has
constexpr Confidence kDirt = 300;         // of a word that only the first has
constexpr Confidence kContested = 850;    // at most, where a text that is nearly as good was read in its place
constexpr double kSupport = 0.3;          // for each other reading with the same text
constexpr double kAmountShape = 0.12;     // for two decimals behind a mark
constexpr double kOddCharacter = 0.06;    // against it, each
constexpr double kClose = 0.25;           // between two texts of which either may hold
constexpr std::size_t kMostOthers = 400;  // of a page

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Half of the longer text at least, from both ends.
bool nearly_alike(const std::string& a, const std::string& b) {
  const std::size_t shorter = std::min(a.size(), b.size()), longer = std::max(a.size(), b.size());
  std::size_t front = 0, back = 0;
  while (front < shorter && a[front] == b[front]) ++front;
  while (front + back < shorter && a[a.size() - 1 - back] == b[b.size() - 1 - back]) ++back;
  return shorter >= 3 && 2 * (front + back) >= longer;
}

// On one line, and one of them mostly beside the other or over it. A frame or a blot that was taken for a letter is
// taller than the words it covers, and joins none; of a word that one reading gave too tall a box the text is alike.
bool same_place(const layout::Word& one, const layout::Word& other) {
  const Box &a = one.box, &b = other.box;
  const std::int32_t wide = std::min(a.x1, b.x1) - std::max(a.x0, b.x0);
  const std::int32_t high = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
  if (2 * wide <= std::min(a.width(), b.width())) return false;
  return 2 * high > std::max(a.height(), b.height()) ||
         (3 * high > 2 * std::min(a.height(), b.height()) && 3 * wide > 2 * std::max(a.width(), b.width()) &&
          nearly_alike(one.text, other.text));
}

// One reading's words of a group, left to right.
struct Version {
  std::vector<std::size_t> words;  // indices into the reading
  std::string text;                // without blanks
  double score = 0;
  int support = 0;
};

// "42.50", "RM42,50": what most figures on a slip look like.
bool is_amount_shaped(std::string_view text) {
  const std::size_t mark = text.find_last_of(".,");
  if (mark == std::string_view::npos || mark == 0 || !is_digit(text[mark - 1])) return false;
  std::size_t decimals = 0;
  while (mark + 1 + decimals < text.size() && is_digit(text[mark + 1 + decimals])) ++decimals;
  return decimals == 2 && text.size() - mark <= 4;
}

int odd_characters(std::string_view text) {
  int odd = 0;
  for (char c : text)
    odd +=
        static_cast<unsigned char>(c) >= 0x80 || std::string_view("|~_{}[]<>\\=;`").find(c) != std::string_view::npos;
  return odd;
}

class Vote {
 public:
  explicit Vote(std::vector<std::vector<layout::Word>> readings) : readings_(std::move(readings)) {
    for (std::size_t r = 0; r < readings_.size(); ++r)
      for (std::size_t w = 0; w < readings_[r].size(); ++w) items_.push_back({r, w});
    parent_.resize(items_.size());
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }

  Agreed count() {
    unite();
    std::vector<std::vector<std::size_t>> groups(items_.size());
    for (std::size_t i = 0; i < items_.size(); ++i) groups[root(i)].push_back(i);
    for (const auto& group : groups)
      if (!group.empty()) decide(group);
    return std::move(out_);
  }

 private:
  struct Item {
    std::size_t reading, word;
  };

  const layout::Word& word(std::size_t item) const { return readings_[items_[item].reading][items_[item].word]; }

  std::size_t root(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }

  // The root of a group is its first word, so that groups come in the order of the first reading.
  void unite() {
    for (std::size_t i = 0; i < items_.size(); ++i)
      for (std::size_t k = i + 1; k < items_.size(); ++k) {
        if (items_[i].reading == items_[k].reading || !same_place(word(i), word(k))) continue;
        const std::size_t one = root(i), other = root(k);
        parent_[std::max(one, other)] = std::min(one, other);
      }
  }

  double whole_width(const std::vector<std::size_t>& group) const {
    double widest = 1;
    std::vector<double> widths(readings_.size());
    for (std::size_t i : group) widest = std::max(widest, widths[items_[i].reading] += word(i).box.width());
    return widest;
  }

  std::vector<Version> versions(const std::vector<std::size_t>& group) const {
    std::vector<Version> out(readings_.size());
    for (std::size_t i : group) out[items_[i].reading].words.push_back(items_[i].word);
    for (std::size_t r = 0; r < out.size(); ++r) {
      const auto& words = readings_[r];
      std::ranges::stable_sort(out[r].words, {}, [&](std::size_t w) { return words[w].box.x0; });
      double sure = 0, letters = 0, width = 0;
      for (std::size_t w : out[r].words) {
        out[r].text += words[w].text;
        sure += static_cast<double>(words[w].confidence) * static_cast<double>(words[w].text.size());
        letters += static_cast<double>(words[w].text.size());
        width += words[w].box.width();
      }
      if (letters == 0) continue;
      // Half of what stands there, however sure, is not what stands there.
      out[r].score = sure / letters / 1000.0 * std::sqrt(std::min(1.0, width / whole_width(group)));
      if (is_amount_shaped(out[r].text)) out[r].score += kAmountShape;
      out[r].score -= kOddCharacter * std::min(odd_characters(out[r].text), 4);
    }
    for (Version& one : out)
      for (const Version& other : out) one.support += &one != &other && !one.text.empty() && one.text == other.text;
    for (Version& one : out) one.score += kSupport * one.support;
    return out;
  }

  void decide(const std::vector<std::size_t>& group) {
    std::vector<Version> all = versions(group);
    std::size_t best = readings_.size();
    int seen = 0;
    for (std::size_t r = 0; r < all.size(); ++r) {
      if (all[r].words.empty()) continue;
      ++seen;
      if (best == readings_.size() || all[r].score > all[best].score) best = r;
    }
    const Version& winner = all[best];
    if (seen == 1) {
      for (std::size_t w : winner.words) {
        const layout::Word& lone = readings_[best][w];
        if (best == 0 ? lone.confidence >= kDirt : lone.confidence >= kSure && !lies_in_another(best, lone.box))
          out_.words.push_back(lone);
      }
      return;
    }
    bool contested = false;
    std::vector<std::string> known{winner.text};
    for (std::size_t r = 0; r < all.size(); ++r) {
      if (all[r].words.empty() || std::ranges::find(known, all[r].text) != known.end()) continue;
      known.push_back(all[r].text);
      contested |= all[r].score > winner.score - kClose;
      keep_other(r, all[r]);
    }
    for (std::size_t w : winner.words) {
      layout::Word kept = readings_[best][w];
      for (int i = 0; i < winner.support; ++i) kept.confidence += (kCertain - 10 - kept.confidence) * 4 / 10;
      if (contested) kept.confidence = std::min(kept.confidence, kContested);
      out_.words.push_back(std::move(kept));
    }
  }

  // A sign that one reading has apart and the others have within a word.
  bool lies_in_another(std::size_t reading, const Box& box) const {
    return std::ranges::any_of(items_, [&](const Item& item) {
      const Box& other = readings_[item.reading][item.word].box;
      return item.reading != reading && box.center_x() > other.x0 && box.center_x() < other.x1 &&
             box.center_y() > other.y0 && box.center_y() < other.y1;
    });
  }

  void keep_other(std::size_t reading, const Version& version) {
    if (out_.others.size() >= kMostOthers) return;
    layout::Word other = readings_[reading][version.words.front()];
    for (std::size_t i = 1; i < version.words.size(); ++i) {
      const layout::Word& next = readings_[reading][version.words[i]];
      other.text += " " + next.text;
      other.box = ap::unite(other.box, next.box);
      other.confidence = std::min(other.confidence, next.confidence);
    }
    out_.others.push_back(std::move(other));
  }

  std::vector<std::vector<layout::Word>> readings_;
  std::vector<Item> items_;
  std::vector<std::size_t> parent_;
  Agreed out_;
};

}  // namespace

Agreed vote(std::vector<std::vector<layout::Word>> readings) {
  if (readings.size() == 1) return {std::move(readings.front()), {}};
  return Vote(std::move(readings)).count();
}

}  // namespace ap::ocr

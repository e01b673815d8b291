#include "adapters/tesseract/guides.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <utility>

#include "adapters/tesseract/thin_lines.h"

namespace ap::ocr {
namespace {

constexpr int kLeastLetter = 8;  // pixels
constexpr int kEnough = 14;      // pixels of a letter: rules are looked for in a picture no larger than this asks for
constexpr int kTile = 32;        // pixels whose lightest is paper

// What a rule of one direction looks like, in parts in hundred of the height of a capital letter.
struct Kind {
  int smear;     // half of what is averaged along the rule: dots become a line, and grain goes
  int bridge;    // holes that the dots of a fax leave, far smaller than what parts lines of print
  int run;       // unbroken
  int gap;       // bridged, where print touches
  int length;    // longer than any stroke of print
  int contrast;  // grey values against either side
};
// Stems that stand above each other are no rule: along a column nothing is averaged over more than noise.
constexpr Kind kLevel{100, 0, 200, 200, 600, 7}, kUpright{8, 30, 200, 60, 350, 15};
constexpr int kAside = 30;      // from the middle of a rule to where there is none of it, in parts of a letter
constexpr int kThickness = 36;  // at most, in the mean
constexpr int kInk = 65;        // parts in hundred of the paper: darker is print
// Parts in hundred of a rule's length that are dark. Upright ones of a fax have holes, and letters have no feet there.
constexpr int kUnbroken = 90, kUprightUnbroken = 70;
constexpr std::size_t kFewestDots = 7;
constexpr int kDot = 32, kDotGap = 80;  // parts of a letter
constexpr int kAlone = 90;              // parts in hundred of the dots
// A rule of dots between the rows of a table: so many, and hardly as alone as a leader, for rows may stand close.
constexpr std::size_t kDotsOfRule = 60;
constexpr int kAloneOfRule = 70;
constexpr int kSoftEdge = 20;  // parts of a letter: the edge of a blurred rule
constexpr int kPale = 90;      // parts in hundred of the paper: darker belongs to the edge
constexpr int kClear = 45;     // parts of a letter on both hands that hold no print where a rule ends

bool bit_at(const Pix& pix, int x, int y) {
  return GET_DATA_BIT(pix.data + static_cast<std::ptrdiff_t>(y) * pix.wpl, x) != 0;
}

struct Rule {
  PixPtr mask;
  int left = 0, top = 0;
};

PixPtr quarter_turn(PixPtr pix) { return PixPtr(pixRotateOrth(pix.get(), 1)); }

// Rows between which a closing of kFar rows reaches nothing, from the first with a pixel to the last: most rows of a
// page hold no rule, and closing them costs the most by far.
std::vector<std::pair<int, int>> bands_of(const Pix& runs) {
  constexpr int kFar = 8;
  std::vector<std::pair<int, int>> out;
  for (int y = 0; y < static_cast<int>(runs.h); ++y) {
    const l_uint32* line = runs.data + static_cast<std::ptrdiff_t>(y) * runs.wpl;
    if (std::all_of(line, line + runs.wpl, [](l_uint32 word) { return word == 0; })) continue;
    if (!out.empty() && y - out.back().second <= kFar) {
      out.back().second = y;
    } else {
      out.emplace_back(y, y);
    }
  }
  return out;
}

// What is long and thin in a band of a picture of one bit, whose first row is `top`.
void add_rules(Pix& band, int top, int letter, const Kind& kind, std::vector<Rule>& rules) {
  PixPtr joined(pixCloseSafeCompBrick(nullptr, &band, letter * kind.gap / 100, 3));
  Pixa* pieces = nullptr;
  Boxa* boxes = joined ? pixConnComp(joined.get(), &pieces, 8) : nullptr;
  for (int i = 0; boxes && i < boxaGetCount(boxes); ++i) {
    l_int32 x, y, width, height, count = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &width, &height);
    if (width * 100 < letter * kind.length) continue;
    Rule rule{PixPtr(pixaGetPix(pieces, i, L_CLONE)), x, top + y};
    pixCountPixels(rule.mask.get(), &count, nullptr);
    if (std::int64_t{count} * 100 > std::int64_t{width} * std::max(letter * kThickness, 400)) continue;
    rules.push_back(std::move(rule));
  }
  boxaDestroy(&boxes);
  pixaDestroy(&pieces);
}

// `times`: how much smaller the picture is that is looked at; `letter` in its pixels. Upright rules are given as they
// lie when the picture is turned clockwise.
std::vector<Rule> rules_of(const Pix& pix, int letter, const Kind& kind, int times, bool upright) {
  constexpr int kAround = 3;  // rows
  const Thin thin{std::max(1, letter * kind.smear / 100), std::max(3, letter * kAside / 100), kind.contrast};
  PixPtr marks = thin_and_dark(pix, thin, upright);
  if (marks && upright) marks = quarter_turn(std::move(marks));
  if (const int bridge = letter * kind.bridge / 100; marks && bridge > 0)
    marks.reset(pixCloseSafeBrick(nullptr, marks.get(), bridge + 1, 1));
  PixPtr runs(marks ? pixOpenCompBrick(nullptr, marks.get(), letter * kind.run / 100, 1) : nullptr);
  std::vector<Rule> out;
  if (!runs) return out;
  for (const auto& [first, last] : bands_of(*runs)) {
    const int top = std::max(0, first - kAround);
    ::Box* box = boxCreate(0, top, static_cast<l_int32>(runs->w), last + kAround + 1 - top);
    PixPtr band(pixClipRectangle(runs.get(), box, nullptr));
    boxDestroy(&box);
    if (band) add_rules(*band, top, letter, kind, out);
  }
  for (Rule& rule : out) {
    if (times > 1) rule = {PixPtr(pixExpandReplicate(rule.mask.get(), times)), rule.left * times, rule.top * times};
  }
  std::erase_if(out, [](const Rule& rule) { return !rule.mask; });
  return out;
}

// Takes rules off a picture: level ones, or upright ones, which it sees as they lie when the picture is turned
// clockwise, without turning it.
class Eraser {
 public:
  Eraser(Pix& pix, int letter, bool upright)
      : pix_(pix), paper_(pixScaleGrayMinMax(&pix, kTile, kTile, L_CHOOSE_MAX)), letter_(letter), upright_(upright) {}

  bool ready() const { return paper_ != nullptr; }

  // Without `smear` pixels at either end, where only the mean was dark, but for what is a rule and nothing else. What
  // is neither unbroken nor a row of even dots with nothing above and below is the feet of letters, and stays. Strong
  // rules go like pale ones: the recognizer finds them itself, but on a dusty scan it takes them for strokes of the
  // print beside them, and lone figures between them get lost. Adds the place of what was taken off where it was a
  // row of dots.
  void erase(const Rule& rule, int smear, std::vector<Box>& leaders) {
    const std::vector<Column> columns = columns_of(rule, smear);
    if (columns.empty()) return;
    std::vector<int> depth, paper;
    for (const Column& column : columns) depth.push_back(column.darkest), paper.push_back(column.paper);
    const int middle = (rank(depth, 10) + rank(paper, 50)) / 2;
    const bool leader = is_leader(columns, middle);
    if (!leader && !is_unbroken(columns, middle)) return;
    for (const Column& column : columns) erase_column(column.x, column.first, column.last);
    const int bottom = columns.back().last + 1;
    if (leader) leaders.push_back({columns.front().x, bottom - letter_, columns.back().x + 1, bottom});
  }

 private:
  // What a rule takes of one column of pixels.
  struct Column {
    int x, first, last, darkest, paper;
    bool alone;  // nothing near it
  };

  int width() const { return static_cast<int>(upright_ ? pix_.h : pix_.w); }
  int height() const { return static_cast<int>(upright_ ? pix_.w : pix_.h); }

  // Where a place of the picture as it is seen lies: its line and column.
  std::pair<int, int> place(int x, int y) const {
    return upright_ ? std::pair{static_cast<int>(pix_.h) - 1 - x, y} : std::pair{y, x};
  }

  int byte_at(int x, int y) const {
    const auto [line, column] = place(x, y);
    return static_cast<int>(GET_DATA_BYTE(pix_.data + static_cast<std::ptrdiff_t>(line) * pix_.wpl, column));
  }

  static int rank(std::vector<int> values, std::size_t parts) {
    const auto at = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) * parts / 100);
    std::ranges::nth_element(values, at);
    return *at;
  }

  // From its first dark place to its last: a rule may fade out at its ends.
  bool is_unbroken(const std::vector<Column>& columns, int middle) const {
    auto is_dark = [&](const Column& column) { return column.darkest < middle; };
    const auto first = std::ranges::find_if(columns, is_dark);
    const auto end = std::find_if(columns.rbegin(), columns.rend(), is_dark).base();
    if (first >= end) return false;
    const auto dark = std::count_if(first, end, is_dark);
    return 2 * (end - first) > std::ssize(columns) &&
           dark * 100 >= (end - first) * (upright_ ? kUprightUnbroken : kUnbroken);
  }

  // Short marks at even distances, with nothing above and below them.
  bool is_leader(const std::vector<Column>& columns, int middle) const {
    std::vector<int> marks, gaps;
    int begin = 0, alone = 0, dark = 0;
    for (int i = 0; i <= static_cast<int>(columns.size()); ++i) {
      const bool ends = i == static_cast<int>(columns.size());
      if (!ends && columns[i].darkest < middle) ++dark, alone += columns[i].alone;
      if (!ends && (i == 0 || (columns[i].darkest < middle) == (columns[i - 1].darkest < middle))) continue;
      (columns[i - 1].darkest < middle ? marks : gaps).push_back(i - begin);
      begin = i;
    }
    const bool across = marks.size() >= kDotsOfRule;
    if (marks.size() < kFewestDots || gaps.empty() || alone * 100 < dark * (across ? kAloneOfRule : kAlone))
      return false;
    // Scanned, some dots of a fine row fall between two pixels and are too pale to count.
    const int usual = rank(gaps, 50), far = rank(gaps, across ? 95 : 90);
    return rank(marks, 50) * 100 <= letter_ * kDot && usual * 100 <= letter_ * kDotGap &&
           (across ? far * 100 <= letter_ * kDotGap : far <= 2 * usual + 3) &&
           columns.back().x - columns.front().x > 3 * letter_;
  }

  std::vector<Column> columns_of(const Rule& rule, int smear) const {
    std::vector<Column> out;
    // A mask that was enlarged may stand out over the picture.
    const int width = std::min(static_cast<int>(rule.mask->w), this->width() - rule.left);
    for (int at = 0; at < width; ++at) {
      auto [first, last] = strip(rule, at);
      last = std::min(last, height() - 1);
      if (first > last) continue;
      const int x = rule.left + at;
      const bool alone = stands_free(x, first, last, kClear);
      if ((at < smear || at >= width - smear) && !alone) continue;
      Column column{x, first, last, 255, paper_at(x, first), alone};
      for (int y = first; y <= last; ++y) column.darkest = std::min(column.darkest, byte_at(x, y));
      out.push_back(column);
    }
    return out;
  }

  static std::pair<int, int> strip(const Rule& rule, int column) {
    const int height = static_cast<int>(rule.mask->h);
    int first = 0, last = height - 1;
    while (first < height && !bit_at(*rule.mask, column, first)) ++first;
    while (last >= first && !bit_at(*rule.mask, column, last)) --last;
    return {rule.top + first, rule.top + last};
  }

  int paper_at(int x, int y) const {
    const auto [line, column] = place(x, y);
    const l_uint32* tiles =
        paper_->data + std::ptrdiff_t{std::min(line / kTile, static_cast<int>(paper_->h) - 1)} * paper_->wpl;
    return static_cast<int>(GET_DATA_BYTE(tiles, std::min(column / kTile, static_cast<int>(paper_->w) - 1)));
  }

  bool inked(int x, int y) const { return y >= 0 && y < height() && byte_at(x, y) * 100 < paper_at(x, y) * kInk; }

  // No print within so many parts of a letter above and below; the rule's own soft edge is none.
  bool stands_free(int x, int first, int last, int parts) const {
    const int edge = std::max(1, letter_ / 16), reach = edge + letter_ * parts / 100;
    for (int y = first - reach; y <= last + reach; ++y)
      if ((y < first - edge || y > last + edge) && inked(x, y)) return false;
    return true;
  }

  // From `y` away from a rule to the first pixel that is about as light as the paper, not far and not as far as print.
  int beyond_edge(int x, int y, int step) const {
    const int last = y + step * (letter_ * kSoftEdge / 100);
    while (y != last && y > 0 && y + 1 < height() && byte_at(x, y) * 100 < paper_at(x, y) * kPale &&
           !inked(x, y + 2 * step))
      y += step;
    return y;
  }

  // Unless a stroke crosses there.
  void erase_column(int x, int first, int last) {
    const int edge = std::max(1, letter_ / 16);
    const int above = first - edge - 1, below = last + edge + 1;
    const bool stroke_above = inked(x, first - edge) || inked(x, above);
    const bool stroke_below = inked(x, last + edge) || inked(x, below);
    if (stroke_above && stroke_below) return;
    // The soft edge goes with the rule where there is no print on that side; that of a photographed rule is wide.
    const int upper = stroke_above ? above : beyond_edge(x, above, -1);
    const int lower = stroke_below ? below : beyond_edge(x, below, 1);
    const int over = upper >= 0 ? byte_at(x, upper) : 255, under = lower < height() ? byte_at(x, lower) : 255;
    const int paper = stroke_above ? under : stroke_below ? over : (over + under) / 2;
    const int from = std::max(0, stroke_above ? first : upper + 1);
    const int to = std::min(height() - 1, stroke_below ? last : lower - 1);
    for (int y = from; y <= to; ++y) {
      const auto [line, column] = place(x, y);
      l_uint32* bytes = pix_.data + static_cast<std::ptrdiff_t>(line) * pix_.wpl;
      SET_DATA_BYTE(bytes, column, static_cast<l_uint32>(std::max(paper, byte_at(x, y))));
    }
  }

  Pix& pix_;
  PixPtr paper_;
  const int letter_;
  const bool upright_;
};

// Takes the rules of one direction off a copy of the picture; nullptr where there are none.
PixPtr without_rules(const Pix& pix, int letter, bool upright, std::vector<Box>& leaders) {
  const Kind& kind = upright ? kUpright : kLevel;
  const int times = std::max(1, letter / kEnough);
  const float factor = 1.0f / static_cast<float>(times);
  Pix* given = const_cast<Pix*>(&pix);  // Leptonica does not say what it leaves as it is
  PixPtr small(times > 1 ? pixScaleAreaMap(given, factor, factor) : pixClone(given));
  if (!small) return nullptr;
  const std::vector<Rule> rules = rules_of(*small, letter / times, kind, times, upright);
  if (rules.empty()) return nullptr;
  PixPtr copy(pixCopy(nullptr, given));
  if (!copy) return nullptr;
  Eraser eraser(*copy, letter, upright);
  if (!eraser.ready()) return nullptr;
  for (const Rule& rule : rules) eraser.erase(rule, letter * kind.smear / 100, leaders);
  return copy;
}

}  // namespace

Unguided without_guides(const PixPtr& pix, int letter) {
  Unguided out{.pix = PixPtr(pixClone(pix.get())), .leaders = {}};
  if (letter < kLeastLetter) return out;
  if (PixPtr level = without_rules(*out.pix, letter, false, out.leaders)) out.pix = std::move(level);
  std::vector<Box> none;
  if (PixPtr bare = without_rules(*out.pix, letter, true, none)) out.pix = std::move(bare);
  pixSetResolution(out.pix.get(), static_cast<l_int32>(pix->xres), static_cast<l_int32>(pix->yres));
  return out;
}

}  // namespace ap::ocr

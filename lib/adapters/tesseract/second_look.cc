#include "adapters/tesseract/second_look.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "adapters/tesseract/figure_vote.h"
#include "core/look_alikes.h"

namespace ap::ocr {
namespace {

constexpr Confidence kSure = 900;
constexpr Confidence kAgreed = 930, kOutvoted = 780, kPossible = 700, kDisputed = 500;
constexpr int kMostNumbers = 16;  // of a page
constexpr Confidence kUnlike = 850;
constexpr float kMostTimes = 6;

// How a word is shown to the recognizer.
struct View {
  int tall;           // pixels of the word
  int smoothing;      // pixels of the neighbourhood on each side that each pixel is the mean of
  int beside, above;  // paper around it, in hundredths of its height: too little hides where the line stands
};
constexpr View kSoft{44, 1, 50, 25}, kSharp{44, 0, 50, 25};
// Rows of a slip stand apart from each other.
constexpr View kSoftOnSlip{44, 1, 60, 40}, kSharpOnSlip{44, 0, 60, 40};
// What one size makes of faint or dotted print, another seldom makes of it as well.
constexpr std::array<View, 6> kFurther{View{52, 1, 50, 35}, View{30, 0, 60, 40}, View{36, 0, 50, 25},
                                       View{30, 1, 50, 40}, View{64, 2, 60, 40}, View{24, 0, 60, 30}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Figures and what stands within them, and the letters that figures are mistaken for.
bool is_figure_like(std::string_view text) {
  constexpr std::string_view kOthers = ".,/-:'%()+OolISBZ";
  const auto digits = std::ranges::count_if(text, is_digit);
  return digits >= 1 && text.size() >= 2 && 2 * digits >= static_cast<std::ptrdiff_t>(text.size()) &&
         std::ranges::all_of(text, [&](char c) { return is_digit(c) || kOthers.find(c) != std::string_view::npos; });
}

// A recognizer that knows figures alone leaves letters out: "AB-12" becomes "-12".
bool lost_letters(std::string_view first, std::string_view look) {
  const bool letters = std::ranges::any_of(first, [](char c) { return std::isalpha(static_cast<unsigned char>(c)); });
  return letters && look.size() < first.size();
}

// A smaller or softer look easily misses the point of "7.5".
bool lost_marks(std::string_view first, std::string_view look) {
  auto within = [](std::string_view text) {
    const auto begin = text.find_first_of("0123456789"), end = text.find_last_of("0123456789");
    return begin == std::string_view::npos ? 0 : end - begin + 1;
  };
  return within(look) < within(first);
}

std::string figures_of(std::string_view text) {
  std::string out;
  std::ranges::copy_if(text, std::back_inserter(out), is_digit);
  return out;
}

// Three numbers between like signs.
bool is_date(std::string_view text, int (&parts)[3]) {
  int count = 0, digits = 0;
  parts[0] = parts[1] = parts[2] = 0;
  for (char c : text) {
    if (is_digit(c) && ++digits <= 4) {
      parts[count] = parts[count] * 10 + (c - '0');
    } else if ((c == '/' || c == '-' || c == '.') && digits > 0 && ++count <= 2) {
      digits = 0;
    } else {
      return false;
    }
  }
  return count == 2 && digits > 0;
}

bool is_impossible_date(std::string_view text) {
  int parts[3];
  if (!is_date(text, parts)) return false;
  const bool year_first = parts[0] > 31;
  const int one = parts[year_first ? 1 : 0], other = parts[year_first ? 2 : 1];
  return std::max(one, other) > 31 || std::min(one, other) > 12 || std::min(one, other) == 0;
}

bool is_possible_date(std::string_view text) {
  int parts[3];
  return is_date(text, parts) && !is_impossible_date(text);
}

// The word with a little around it, in another size.
PixPtr seen(Pix& page, const layout::Word& word, const View& view) {
  const auto pixels = [&](std::int32_t hundredths) {
    return static_cast<int>(std::int64_t{hundredths} * page.xres / 7200);
  };
  const int height = std::max(1, pixels(word.box.height()));
  const int across = height * view.beside / 100, down = height * view.above / 100;
  ::Box* box = boxCreate(pixels(word.box.x0) - across, pixels(word.box.y0) - down,
                         pixels(word.box.width()) + 2 * across, height + 2 * down);
  PixPtr piece(box ? pixClipRectangle(&page, box, nullptr) : nullptr);
  boxDestroy(&box);
  const float factor = std::min(static_cast<float>(view.tall) / static_cast<float>(height), kMostTimes);
  if (!piece) return nullptr;
  if (factor > 1.1f || factor < 0.8f) piece.reset(pixScale(piece.get(), factor, factor));
  if (piece && view.smoothing > 0) piece.reset(pixBlockconvGray(piece.get(), nullptr, view.smoothing, view.smoothing));
  if (piece) pixSetResolution(piece.get(), 300, 300);
  return piece;
}

bool has_marks(std::string_view text, std::string_view marks) {
  return std::ranges::any_of(text, [&](char c) { return marks.find(c) != std::string_view::npos; });
}

// A date whatever has become of its separators.
bool may_be_date(const layout::Word& word) {
  const auto figures = std::ranges::count_if(word.text, is_digit);
  return is_dated(word) || (figures >= 4 && has_marks(word.text, "/-")) ||
         (figures >= 8 && !as_date(word.text).empty());
}

bool may_be_amount(const layout::Word& word) {
  const auto figures = std::ranges::count_if(word.text, is_digit);
  return figures >= 2 && figures <= 7 && word.text.size() <= 10;
}

// Words worth a look: dates, then the others from the last to the first.
std::vector<std::size_t> wanted_words(const std::vector<layout::Word>& words, const Looks& looks_for) {
  std::vector<std::size_t> out;
  for (std::size_t i = words.size(); i-- > 0;)
    if (is_doubtful_figure(words[i]) || (looks_for.all_dates && is_dated(words[i]))) out.push_back(i);
  if (looks_for.all_dates) std::ranges::stable_partition(out, [&](std::size_t i) { return may_be_date(words[i]); });
  if (out.size() > static_cast<std::size_t>(looks_for.most)) out.resize(static_cast<std::size_t>(looks_for.most));
  return out;
}

bool same_box(const Box& a, const Box& b) {
  return std::min(a.x1, b.x1) - std::max(a.x0, b.x0) > std::max(a.width(), b.width()) / 2 &&
         std::min(a.y1, b.y1) - std::max(a.y0, b.y0) > std::max(a.height(), b.height()) / 2;
}

void look_further(Pix& page, layout::Word& word, std::vector<Look> looks, std::vector<layout::Word>& others,
                  const ReadFigure& read) {
  for (const View& view : kFurther)
    if (PixPtr piece = seen(page, word, view)) looks.push_back(read(piece));
  std::vector<Look> earlier, rest;
  for (const layout::Word& other : others)
    if (same_box(other.box, word.box)) earlier.push_back({other.text, other.confidence});
  std::erase_if(others, [&](const layout::Word& other) { return same_box(other.box, word.box); });
  settle(word, looks, earlier, rest);
  for (const Look& look : rest) {
    others.push_back(word);
    others.back().text = look.text;
    others.back().confidence = look.confidence;
  }
}

}  // namespace

bool is_dated(const layout::Word& word) {
  const std::string figures = figures_of(word.text);
  return is_possible_date(word.text) || (word.text == figures && figures.size() == 4 && figures.starts_with("20"));
}

bool is_doubtful_figure(const layout::Word& word) {
  return is_figure_like(word.text) && (word.confidence < kSure || is_impossible_date(word.text));
}

void weigh(layout::Word& word, const Look& second, const Look& third) {
  const std::string first_figures = figures_of(word.text);
  const bool second_agrees = figures_of(second.text) == first_figures;
  const bool third_agrees = figures_of(third.text) == first_figures;
  if (is_impossible_date(word.text)) {
    for (const Look* look : {&second, &third}) {
      if (!is_possible_date(look->text)) continue;
      word.text = look->text;
      word.confidence = std::min(kPossible, look->confidence);
      return;
    }
    word.confidence = std::min(word.confidence, kDisputed);
  } else if (second_agrees && third_agrees) {
    word.confidence = std::max(word.confidence, std::min({kAgreed, second.confidence, third.confidence}));
    // The signs between them, where both later looks see the same and the first does not.
    if (second.text == third.text && second.text != word.text && !lost_letters(word.text, second.text) &&
        !lost_marks(word.text, second.text))
      word.text = second.text;
  } else if (!second.text.empty() && second.text == third.text &&
             (is_dated(word) ? figures_of(second.text).size() == first_figures.size()
                             : figures_of(second.text).size() >= first_figures.size())) {
    word.text = second.text;
    word.confidence = std::min({kOutvoted, second.confidence, third.confidence});
  } else if (!second_agrees && !third_agrees) {
    word.confidence = std::min(word.confidence, kDisputed);
  }
}

bool is_doubtful_number(const layout::Word& word) {
  constexpr std::string_view kJoints = "/-._";
  int digits = 0;
  bool mixed = false, letter = false, figure = false;
  for (char c : word.text) {
    const bool a_letter = std::isalpha(static_cast<unsigned char>(c)) && static_cast<unsigned char>(c) < 0x80;
    if (!a_letter && !is_digit(c) && kJoints.find(c) == std::string_view::npos) return false;
    letter = a_letter || (letter && is_digit(c));
    figure = is_digit(c) || (figure && a_letter);
    digits += is_digit(c);
    mixed |= letter && figure;
  }
  const bool letters =
      std::ranges::any_of(word.text, [](char c) { return std::isalpha(static_cast<unsigned char>(c)); });
  return digits >= 3 && word.text.size() >= 5 && word.text.size() <= 24 && letters &&
         (mixed || word.confidence < kSure);
}

void weigh_number(layout::Word& word, const Look& second, const Look& third) {
  auto key = [](std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) {
      return c == 'l' ? '1' : digit_for(static_cast<char>(std::toupper(static_cast<unsigned char>(c))));
    });
    return text;
  };
  const bool second_agrees = second.text == word.text, third_agrees = third.text == word.text;
  if (second_agrees && third_agrees) {
    word.confidence = std::max(word.confidence, std::min({kAgreed, second.confidence, third.confidence}));
  } else if (second.text == third.text && key(second.text) == key(word.text)) {
    word.text = second.text;
    word.confidence = std::min({kOutvoted, second.confidence, third.confidence});
  } else {
    word.confidence = std::min(word.confidence, second_agrees || third_agrees ? kUnlike : kPossible);
  }
}

namespace {

// On a page, whose print is plainer than a slip's, the first reading holds unless most looks saw the same other one.
void keep_unless_outvoted(layout::Word& word, const std::string& first, std::vector<layout::Word>& others) {
  constexpr Confidence kMostLooks = 500;
  if (word.text == first || word.confidence > kMostLooks) return;
  others.push_back(word);
  word.text = first;
  word.confidence = std::min(word.confidence, kDisputed);
}

// What the looks at a word saw that it does not say now.
void keep_others(std::vector<layout::Word>& others, const layout::Word& word, const std::string& first,
                 const Look& second, const Look& third) {
  std::vector<std::string> known{"", word.text};
  for (const std::string& text : {first, second.text, third.text}) {
    if (std::ranges::find(known, text) != known.end()) continue;
    known.push_back(text);
    others.push_back(word);
    others.back().text = text;
  }
}

}  // namespace

void look_at_numbers(Pix& page, std::vector<layout::Word>& words, std::vector<layout::Word>& others,
                     const ReadFigure& read, const ReadFigure& read_other) {
  int looks = 0;
  for (layout::Word& word : words) {
    if (!is_doubtful_number(word) || ++looks > kMostNumbers) continue;
    PixPtr soft = seen(page, word, kSoft), sharp = seen(page, word, kSharp);
    if (!soft || !sharp) continue;
    const std::string first = word.text;
    const Look second = read(soft), third = read_other(sharp);
    weigh_number(word, second, third);
    keep_others(others, word, first, second, third);
  }
}

void look_again(Pix& page, std::vector<layout::Word>& words, std::vector<layout::Word>& others, const Looks& looks_for,
                const ReadFigure& read) {
  int further = 0;
  for (std::size_t i : wanted_words(words, looks_for)) {
    layout::Word& word = words[i];
    PixPtr soft = seen(page, word, looks_for.slip ? kSoftOnSlip : kSoft),
           sharp = seen(page, word, looks_for.slip ? kSharpOnSlip : kSharp);
    if (!soft || !sharp) continue;
    const std::string first = word.text;
    const Look second = read(soft), third = read(sharp);
    const bool agreed = figures_of(second.text) == figures_of(first) && figures_of(third.text) == figures_of(first);
    if (!agreed && (may_be_date(word) || may_be_amount(word)) && further < looks_for.thorough) {
      ++further;
      look_further(page, word, {second, third}, others, read);
      if (!looks_for.slip) keep_unless_outvoted(word, first, others);
      continue;
    }
    weigh(word, second, third);
    keep_others(others, word, first, second, third);
  }
}

}  // namespace ap::ocr

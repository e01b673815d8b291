#include "adapters/poppler/page_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string_view>

#include "layout/turn.h"

namespace ap::pdf {
namespace {

constexpr double kHundredths = 100.0;

void append_utf8(std::string& out, char32_t code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += {static_cast<char>(0xC0 | code >> 6), static_cast<char>(0x80 | (code & 0x3F))};
  } else if (code < 0x10000) {
    out += {static_cast<char>(0xE0 | code >> 12), static_cast<char>(0x80 | (code >> 6 & 0x3F)),
            static_cast<char>(0x80 | (code & 0x3F))};
  } else {
    out += {static_cast<char>(0xF0 | code >> 18), static_cast<char>(0x80 | (code >> 12 & 0x3F)),
            static_cast<char>(0x80 | (code >> 6 & 0x3F)), static_cast<char>(0x80 | (code & 0x3F))};
  }
}

// Blanks of every width, controls, and marks that print nothing.
bool is_blank(char16_t unit) {
  return unit <= 0x20 || (unit >= 0x7F && unit <= 0xA0) || unit == 0x1680 || (unit >= 0x2000 && unit <= 0x200F) ||
         unit == 0x2028 || unit == 0x2029 || unit == 0x202F || unit == 0x205F || unit == 0x3000 || unit == 0xFEFF ||
         unit == 0x00AD;
}

bool contains_ignoring_case(std::string_view text, std::string_view lower) {
  auto it =
      std::ranges::search(text, lower, [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
  return !it.empty();
}

// The name is all that poppler-cpp tells of a font's weight.
bool names_a_bold_font(std::string_view font) {
  if (std::size_t plus = font.find('+'); plus == 6) font.remove_prefix(7);
  constexpr std::array<std::string_view, 4> kMarks{"bold", "black", "heavy", "demi"};
  return std::ranges::any_of(kMarks, [&](std::string_view mark) { return contains_ignoring_case(font, mark); });
}

std::int32_t hundredths(double points) {
  if (!std::isfinite(points)) return 0;
  return static_cast<std::int32_t>(std::lround(std::clamp(points, -100000.0, 100000.0) * kHundredths));
}

Box to_box(const poppler::rectf& rect) {
  Box box{hundredths(rect.left()), hundredths(rect.top()), hundredths(rect.right()), hundredths(rect.bottom())};
  if (box.x0 > box.x1) std::swap(box.x0, box.x1);
  if (box.y0 > box.y1) std::swap(box.y0, box.y1);
  return box;
}

// Some programs tell the letters of a ligature with their bytes exchanged: "ft" comes as U+6600 U+7400, two signs that
// Chinese seldom has side by side, and never between Latin letters.
bool exchanged(unsigned short unit) { return (unit & 0xFF) == 0 && unit >= 0x6100 && unit <= 0x7A00; }

void put_bytes_right(poppler::ustring& text) {
  const auto latin = [](auto unit) { return unit < 0x0250; };
  if (std::ranges::none_of(text, exchanged) || std::ranges::none_of(text, latin)) return;
  for (std::size_t i = 0; i + 1 < text.size();) {
    std::size_t end = i;
    while (end < text.size() && exchanged(text[end])) ++end;
    for (std::size_t k = i; end - i >= 2 && k < end; ++k) text[k] = static_cast<unsigned short>(text[k] >> 8);
    i = std::max(end, i + 1);
  }
}

// One text_box as words without blanks. Most have none; where one does, the boxes of its characters cut it.
void append_words(const poppler::text_box& source, layout::Word word, std::vector<layout::Word>& out) {
  poppler::ustring text = source.text();
  put_bytes_right(text);
  auto blank = [&](std::size_t i) { return is_blank(static_cast<char16_t>(text[i])); };
  const bool whole = std::ranges::none_of(text, [](auto unit) { return is_blank(static_cast<char16_t>(unit)); });
  for (std::size_t i = 0; i < text.size();) {
    if (blank(i)) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && !blank(end)) ++end;
    word.text = utf8(text.substr(i, end - i));
    if (whole) {
      word.box = to_box(source.bbox());
    } else {
      word.box = to_box(source.char_bbox(i));
      for (std::size_t k = i + 1; k < end; ++k) word.box = unite(word.box, to_box(source.char_bbox(k)));
    }
    out.push_back(word);
    i = end;
  }
}

// Turns the page so that most of its characters read from left to right. `characters` counts them by the quarter turns
// clockwise in which they stand.
void set_upright(layout::Page& page, const std::array<std::size_t, 4>& characters) {
  auto most = std::ranges::max_element(characters);
  int standing = static_cast<int>(most - characters.begin());
  if (standing == 0) return;
  page.rotation = 360 - standing * 90;
  for (layout::Word& word : page.words) word.box = layout::turned(word.box, page.rotation, page.width, page.height);
  if (page.rotation != 180) std::swap(page.width, page.height);
}

}  // namespace

std::string utf8(const std::basic_string<unsigned short>& text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char32_t unit = text[i];
    if (unit >= 0xD800 && unit < 0xDC00 && i + 1 < text.size() && text[i + 1] >= 0xDC00 && text[i + 1] < 0xE000) {
      unit = 0x10000 + ((unit - 0xD800) << 10) + (text[++i] - 0xDC00);
    } else if (unit >= 0xD800 && unit < 0xE000) {
      unit = 0xFFFD;
    }
    append_utf8(out, unit);
  }
  return out;
}

PageSize upright_size(const poppler::page& page) {
  poppler::rectf rect = page.page_rect();
  // page_rect() is the page as it lies in the file; words and pictures are turned by /Rotate.
  auto orientation = page.orientation();
  bool sideways = orientation == poppler::page::landscape || orientation == poppler::page::seascape;
  PageSize size{rect.width(), rect.height()};
  if (sideways) std::swap(size.width, size.height);
  return size;
}

std::expected<layout::Page, ReadFailure> read_words(const poppler::page& page, int number, const ReadLimits& limits) {
  PageSize size = upright_size(page);
  auto refuse = [&](std::string what) {
    return std::unexpected(ReadFailure{ReadFailureKind::resource_limit, "page " + std::to_string(number) + " " + what});
  };
  if (!(size.width <= limits.page_points && size.height <= limits.page_points)) {
    return refuse("is larger than page_points = " + std::to_string(limits.page_points) +
                  " allows; print it to a smaller page");
  }
  layout::Page out{.number = number, .width = hundredths(size.width), .height = hundredths(size.height)};
  std::array<std::size_t, 4> characters{};
  std::map<std::string, bool> bold_fonts;
  for (const poppler::text_box& source : page.text_list(poppler::page::text_list_include_font)) {
    layout::Word word;
    if (source.has_font_info()) {
      word.font_size = std::max(0, hundredths(source.get_font_size()));
      std::string font = source.get_font_name();
      auto [known, fresh] = bold_fonts.try_emplace(font, false);
      if (fresh) known->second = names_a_bold_font(font);
      word.bold = known->second;
    }
    std::size_t before = out.words.size();
    append_words(source, std::move(word), out.words);
    for (std::size_t i = before; i < out.words.size(); ++i) {
      characters[static_cast<std::size_t>(source.rotation()) & 3] += out.words[i].text.size();
    }
    if (out.words.size() > static_cast<std::size_t>(limits.words)) {
      return refuse("has more words than words = " + std::to_string(limits.words) + " allows");
    }
  }
  // What lies off the page is not printed.
  std::erase_if(out.words, [&](const layout::Word& word) {
    return word.box.center_x() < 0 || word.box.center_y() < 0 || word.box.center_x() > out.width ||
           word.box.center_y() > out.height;
  });
  set_upright(out, characters);
  return out;
}

}  // namespace ap::pdf

#include "stages/page_text.h"

#include <algorithm>

namespace ap {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string digits_of(std::string_view text) {
  std::string out;
  std::ranges::copy_if(text, std::back_inserter(out), is_digit);
  return out;
}

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// Of the alphabet: "EUR" makes a word no amount by itself, a currency sign does not.
bool is_plain_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

// Letters and digits, in upper case.
std::string squeeze(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (!is_digit(c) && !is_letter(c)) continue;
    out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  }
  return out;
}

// The numbers in a text without leading zeros, joined by '-'.
std::string numbers_of(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_digit(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && is_digit(text[end])) ++end;
    while (i + 1 < end && text[i] == '0') ++i;
    out.append(out.empty() ? "" : "-").append(text.substr(i, end - i));
    i = end;
  }
  return out;
}

std::string normal(std::string_view whole, std::string_view decimals) {
  auto number = Decimal::parse(std::string(whole.empty() ? "0" : whole) + "." +
                               std::string(decimals.empty() ? "0" : decimals));
  return number ? number->normalized().str() : "";
}

// Adds what a word may mean as an amount. The last mark is the decimal one, unless it stands there twice; three digits
// behind it may also be a group of thousands: "1.234" is 1.234 or 1234.
void add_readings(std::string_view word, std::set<std::string, std::less<>>& out) {
  std::string digits = digits_of(word);
  if (digits.empty() || digits.size() > 20 || std::ranges::any_of(word, is_plain_letter)) return;
  std::size_t mark = word.find_last_of(".,");
  std::size_t behind = mark == word.npos ? 0 : digits_of(word.substr(mark)).size();
  bool grouping = behind == 0 || word.find(word[mark]) != mark;
  if (!grouping) out.insert(normal(std::string_view(digits).substr(0, digits.size() - behind),
                                   std::string_view(digits).substr(digits.size() - behind)));
  if (grouping || behind == 3) out.insert(normal(digits, ""));
}

constexpr std::size_t kNeighbours = 4;  // words that one amount or date may be spread over

}  // namespace

PageText::PageText(const std::vector<layout::Page>& pages) {
  for (const layout::Page& page : pages) {
    for (std::size_t i = 0; i < page.words.size(); ++i) {
      squeezed_ += squeeze(page.words[i].text);
      std::string joined;
      for (std::size_t n = 0; n < kNeighbours && i + n < page.words.size(); ++n) {
        const std::string& word = page.words[i + n].text;
        if (digits_of(word).empty() && n > 0 && word.size() > 4) break;
        joined.append(joined.empty() ? "" : " ").append(word);
        digits_.insert(digits_of(joined));
        add_readings(joined, amounts_);
        dates_.insert(numbers_of(joined));
      }
    }
    squeezed_ += '\n';
  }
}

bool PageText::shows(const Decimal& amount) const {
  return amounts_.contains(amount.abs().normalized().str());
}

bool PageText::shows(const Date& date) const {
  std::string d = std::to_string(date.day()), m = std::to_string(date.month());
  for (const std::string& y : {std::to_string(date.year()), std::to_string(date.year() % 100)})
    for (const std::string& form : {d + "-" + m + "-" + y, y + "-" + m + "-" + d, m + "-" + d + "-" + y})
      if (dates_.contains(form)) return true;
  std::string packed = digits_of(date.str());
  return digits_.contains(packed);
}

bool PageText::shows(std::string_view text) const {
  std::string wanted = squeeze(text);
  return !wanted.empty() && squeezed_.find(wanted) != std::string::npos;
}

}  // namespace ap

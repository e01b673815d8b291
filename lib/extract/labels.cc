#include "extract/labels.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <unordered_map>

#include "extract/labels_guess.h"
#include "extract/labels_qualified.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

// Words before and behind a label are counted up to here: further ones change nothing.
constexpr int kMostCounted = 40;

// "Our VAT no.": the word belongs to the label.
constexpr std::string_view kOurs =
    "our unsere unser notre nos nuestro nuestra nostra nostro onze ons nasz nossa nosso var vart vores nase";

struct Meaning {
  Role role;
  std::string_view language;
  bool weak;
};

// A trie over words: phrases share their beginnings, the longest one that fits is found in one walk.
class Lexicon {
 public:
  explicit Lexicon(unsigned forget = 0) : forget_(forget) {
    nodes_.emplace_back();
    for (auto table : {net_tax_labels(), total_labels(), amount_labels(), title_labels(), date_labels(),
                       reference_labels(), party_labels(), further_title_labels(), further_date_labels(),
                       further_reference_labels(), further_party_labels()})
      for (const LabelRow& row : table) add(row);
    by_length_.resize(24);
    for (const auto& [text, id] : words_)
      if (text.size() < by_length_.size()) by_length_[text.size()].push_back({text, id});
  }

  int word(std::string_view text) const {
    auto it = words_.find(text);
    return it == words_.end() ? -1 : it->second;
  }
  // The word that differs in one letter of five or more, for recognised text; -1 when none or several do.
  int similar(std::string_view text) const {
    if (text.size() < 5 || text.size() >= by_length_.size()) return -1;
    int found = -1;
    for (const auto& [known, id] : by_length_[text.size()]) {
      int differences = 0;
      for (std::size_t i = 0; i < text.size() && differences < 2; ++i) differences += text[i] != known[i];
      if (differences > 1) continue;
      if (found >= 0) return -1;
      found = id;
    }
    return found;
  }

  int next(int node, int word) const {
    auto it = edges_.find(key(node, word));
    return it == edges_.end() ? -1 : it->second;
  }
  const std::vector<Meaning>& meanings(int node) const { return nodes_[node]; }

 private:
  static std::uint64_t key(int node, int word) {
    return static_cast<std::uint64_t>(node) << 32 | static_cast<unsigned>(word);
  }

  // FNV-1a over the phrase and the seed.
  bool forgotten(std::string_view phrase) const {
    if (forget_ == 0) return false;
    std::uint32_t hash = 2166136261U ^ (forget_ * 2654435761U);
    for (char c : phrase) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return (hash >> 16) % (forget_ % 2 == 1 ? 4 : 2) == 0;
  }

  void add(const LabelRow& row) {
    std::string_view rest = row.phrases;
    while (!rest.empty()) {
      auto bar = rest.find('|');
      std::string_view phrase = rest.substr(0, bar);
      rest = bar == std::string_view::npos ? std::string_view() : rest.substr(bar + 1);
      bool weak = phrase.starts_with('~');
      if (forgotten(phrase)) continue;
      int node = 0;
      for (std::string_view part : runs(phrase)) {
        int id = words_.try_emplace(part, static_cast<int>(words_.size())).first->second;
        auto [it, fresh] = edges_.try_emplace(key(node, id), static_cast<int>(nodes_.size()));
        if (fresh) nodes_.emplace_back();
        node = it->second;
      }
      if (node != 0) nodes_[node].push_back({row.role, row.language, weak});
    }
  }

  unsigned forget_;
  std::unordered_map<std::string_view, int> words_;
  std::vector<std::vector<std::pair<std::string_view, int>>> by_length_;
  std::unordered_map<std::uint64_t, int> edges_;
  std::vector<std::vector<Meaning>> nodes_;
};

const Lexicon& lexicon() {
  static const Lexicon instance;
  return instance;
}

struct Run {
  int word;  // lexicon id, -1 unknown
  int token;
};

bool parenthesised(const std::string& folded) {
  return folded.size() > 2 && folded.front() == '(' && folded.back() == ')';
}

// Letters that recognition mistakes for digits inside words, tried when a word of a scan is unknown.
std::string unmistaken(std::string_view word) {
  std::string out(word);
  for (char& c : out) c = c == '0' ? 'o' : c == '1' ? 'l' : c == '5' ? 's' : c == '8' ? 'b' : c;
  return out;
}

// "A.B.N.", "P.O.", "N.º": letters with points between them are one word.
int abbreviation(const Lexicon& lex, const std::vector<std::string_view>& pieces) {
  if (pieces.size() < 2) return -1;
  std::string joined;
  for (std::string_view piece : pieces) {
    if (piece.size() != 1 || !is_lower(piece[0])) return -1;
    joined += piece;
  }
  return lex.word(joined);
}

std::vector<Run> cell_runs(const Lexicon& lex, const Sheet& sheet, const Cell& cell) {
  std::vector<Run> out;
  for (int t = cell.first; t < cell.last; ++t) {
    if (t > cell.first && parenthesised(sheet.tokens[t].folded) && count_digits(sheet.tokens[t].folded) > 0) continue;
    auto pieces = runs(sheet.tokens[t].folded);
    if (int word = abbreviation(lex, pieces); word >= 0) {
      out.push_back({word, t});
      continue;
    }
    for (std::string_view run : pieces) {
      int word = lex.word(run);
      if (word < 0 && sheet.tokens[t].confidence < kCertain && count_letters(run) > 2) word = lex.word(unmistaken(run));
      if (word < 0 && sheet.tokens[t].confidence < kCertain && count_digits(run) <= 1) word = lex.similar(run);
      out.push_back({word, t});
    }
  }
  return out;
}

class Finder {
 public:
  Finder(const Sheet& sheet, const Lexicon& lexicon) : sheet_(sheet), lexicon_(lexicon) {
    out_.by_cell.resize(sheet.cells.size());
  }

  Labels find() {
    for (std::size_t c = 0; c < sheet_.cells.size(); ++c) cell(static_cast<int>(c));
    for (std::size_t c = 0; c < sheet_.cells.size(); ++c) stacked(static_cast<int>(c));
    out_.language = best_language();
    return std::move(out_);
  }

 private:
  void cell(int index) {
    auto words = cell_runs(lexicon_, sheet_, sheet_.cells[index]);
    for (std::size_t i = 0; i < words.size();) {
      auto [node, length] = longest(words, i);
      if (length == 0 || percent_of_figure(words[i].token, index) || of_name(words[i].token, index)) {
        ++i;
        continue;
      }
      emit(index, words, i, length, node);
      i += length;
    }
  }

  // "21% btw", "21 % btw": the sign belongs to the figure before it and begins no name of a rate.
  bool percent_of_figure(int token, int cell) const {
    const std::string& text = sheet_.tokens[token].folded;
    if (text.find('%') == std::string::npos || count_letters(text) > 0) return false;
    if (count_digits(text) > 0) return true;
    return token > sheet_.cells[cell].first && is_digit(sheet_.tokens[token - 1].folded.back());
  }

  // "Café 't Spui" and "J. T. Wainwright" have no telephone, and "3311 AN Dordrecht" goes to nobody: an article, an
  // initial, the letters of a postal code.
  bool of_name(int token, int cell) const {
    const std::string& text = sheet_.tokens[token].text;
    const bool initial = text.size() == 2 && is_upper(text[0]) && text[1] == '.';
    if (initial && token > sheet_.cells[cell].first && token + 1 < sheet_.cells[cell].last)
      return is_upper(sheet_.tokens[token - 1].text[0]) && is_upper(sheet_.tokens[token + 1].text[0]);
    if (text == "'t" || text == "\u2019t" || text == "'s" || text == "\u2019s") return true;
    if (text.size() != 2 || !is_upper(text[0]) || !is_upper(text[1]) || token == sheet_.cells[cell].first) return false;
    const std::string& before = sheet_.tokens[token - 1].text;
    return before.size() == 4 && count_digits(before) == 4;
  }

  // The cell on the next row that carries on a heading: close below, and in line with it.
  int carried_on(const Cell& cell) const {
    std::int32_t slack = cell.box.height() / 2, reach = cell.box.height() * 6 / 10;
    int page = sheet_.rows[cell.row].page;
    for (std::size_t r = static_cast<std::size_t>(cell.row) + 1; r < sheet_.rows.size(); ++r) {
      const Row& row = sheet_.rows[r];
      if (row.page != page || row.box.y0 - cell.box.y1 > reach) break;
      for (int c = row.first; c < row.last; ++c) {
        const Box& box = sheet_.cells[c].box;
        bool in_line = std::abs(box.x0 - cell.box.x0) < slack || std::abs(box.x1 - cell.box.x1) < slack ||
                       std::abs(box.center_x() - cell.box.center_x()) < slack;
        if (in_line && box.y0 - cell.box.y1 < reach) return c;
      }
    }
    return -1;
  }

  // A colon or figures stand right of the cell: a name beside its value, not a heading.
  bool beside_value(int index) const {
    const int next = index + 1;
    if (next >= sheet_.rows[sheet_.cells[index].row].last) return false;
    const Cell& value = sheet_.cells[next];
    return sheet_.tokens[value.first].folded.starts_with(':') || count_digits(sheet_.cell_text(next)) > 1;
  }

  // A heading of a narrow column stands on two rows: "Numer" over "dokumentu". The label is then the lower cell.
  void stacked(int upper) {
    const Cell& cell = sheet_.cells[upper];
    int lower = cell.last - cell.first > 3 ? -1 : carried_on(cell);
    if (lower < 0 || sheet_.cells[lower].last - sheet_.cells[lower].first > 3) return;
    auto words = cell_runs(lexicon_, sheet_, cell);
    auto below = cell_runs(lexicon_, sheet_, sheet_.cells[lower]);
    join_at_hyphen(words, below);
    std::size_t above = words.size();
    words.insert(words.end(), below.begin(), below.end());
    if (above == 0) return;
    auto [node, length] = longest(words, 0);
    const bool valued = colon_at(cell.last - 1, upper) || (beside_value(upper) && beside_value(lower));
    if (length != words.size() || whole(below) || (whole(cell_runs(lexicon_, sheet_, cell)) && valued)) return;
    // "RECHNUNG" in bold over "Nummer" is a title as well; "Credit Note", set bigger, over "Date:" too.
    const Token &over = sheet_.tokens[cell.first], &under = sheet_.tokens[sheet_.cells[lower].first];
    const bool title = (over.bold && !under.bold) || over.font_size * 10 >= under.font_size * 11;
    for (int c : {upper, lower}) {
      std::vector<int> kept;
      for (int h : out_.by_cell[c])
        if (title && c == upper &&
            (out_.hits[h].role == Role::title_invoice || out_.hits[h].role == Role::title_credit))
          kept.push_back(h);
        else
          out_.hits[h].role = Role::none;
      out_.by_cell[c] = std::move(kept);
    }
    const bool joined = below.empty();
    const int at = joined ? upper : lower;
    emit(at, words, joined ? 0 : above, joined ? above : below.size(), node);
    for (int h : out_.by_cell[at]) out_.hits[h].words = static_cast<int>(words.size()), out_.hits[h].before = 0;
  }

  // "verval-" over "datum" is the word "vervaldatum", which then stands in the upper cell.
  void join_at_hyphen(std::vector<Run>& upper, std::vector<Run>& lower) const {
    if (upper.empty() || lower.size() != 1) return;
    const std::string& head = sheet_.tokens[upper.back().token].folded;
    if (head.size() < 3 || !head.ends_with('-')) return;
    const std::string whole = head.substr(0, head.size() - 1) + sheet_.tokens[lower.front().token].folded;
    const int word = lexicon_.word(trim(whole, ":"));
    if (word < 0) return;
    upper.back().word = word;
    lower.clear();
  }

  // All the words are one strong label of themselves.
  bool whole(const std::vector<Run>& words) const {
    auto [node, length] = longest(words, 0);
    if (length != words.size()) return false;
    const auto& meanings = lexicon_.meanings(node);
    return std::ranges::any_of(meanings, [](const Meaning& m) { return m.role != Role::none && !m.weak; });
  }

  bool colon_at(int token, int cell) const {
    return sheet_.tokens[token].folded.ends_with(':') && token < sheet_.cells[cell].last;
  }

  std::pair<int, std::size_t> longest(const std::vector<Run>& words, std::size_t start) const {
    const Lexicon& lex = lexicon_;
    int node = 0, best = 0;
    std::size_t length = 0;
    for (std::size_t i = start; i < words.size() && words[i].word >= 0; ++i) {
      node = lex.next(node, words[i].word);
      if (node < 0) break;
      if (!lex.meanings(node).empty() && !cuts_identifier(words, i)) best = node, length = i - start + 1;
    }
    return {best, length};
  }

  // "PO-49758" is a number, not the label "PO" with something behind it.
  bool cuts_identifier(const std::vector<Run>& words, std::size_t last) const {
    const std::string& token = sheet_.tokens[words[last].token].folded;
    return count_digits(token) > 0 && last + 1 < words.size() && words[last + 1].token == words[last].token &&
           !token.ends_with(':');
  }

  // "De:" over the sender's name; anywhere else one of the commonest words of running text.
  bool small_word(const LabelHit& hit) const {
    const std::string_view word = trim(sheet_.tokens[hit.first].folded, ":");
    return in_list(word, "de da od") && (!hit.colon || hit.before > 0 || hit.after > 0);
  }

  // "Van Houwelingen", set in one type: no heading "Van" over or before who sends the invoice.
  bool begins_surname(const LabelHit& hit) const {
    const Token& word = sheet_.tokens[hit.first];
    if (word.folded != "van" || hit.colon || hit.after == 0 || hit.last >= sheet_.cells[hit.cell].last) return false;
    const Token& next = sheet_.tokens[hit.last];
    return next.bold == word.bold && next.font_size == word.font_size && is_upper(plain(next.text)[0]);
  }

  void emit(int cell, const std::vector<Run>& words, std::size_t start, std::size_t length, int node) {
    LabelHit hit;
    hit.cell = cell;
    hit.first = words[start].token;
    hit.last = words[start + length - 1].token + 1;
    hit.words = static_cast<int>(length);
    for (std::size_t i = start; i > 0 && hit.before < kMostCounted; --i)
      hit.before += count_letters(sheet_.tokens[words[i - 1].token].folded) > 0 &&
                    !in_list(sheet_.tokens[words[i - 1].token].folded, kOurs);
    for (int t = hit.last; t < sheet_.cells[cell].last && hit.after < kMostCounted; ++t)
      hit.after += count_letters(sheet_.tokens[t].folded) + count_digits(sheet_.tokens[t].folded) > 0;
    hit.colon = sheet_.tokens[hit.last - 1].folded.ends_with(':') ||
                (hit.last < sheet_.cells[cell].last && sheet_.tokens[hit.last].folded == ":");
    if (length == 1 && (begins_surname(hit) || small_word(hit))) return;
    vote(lexicon_.meanings(node), static_cast<int>(length));
    std::vector<Role> done;
    for (const Meaning& meaning : lexicon_.meanings(node)) {
      if (meaning.role == Role::none || std::find(done.begin(), done.end(), meaning.role) != done.end()) continue;
      done.push_back(meaning.role);
      hit.role = meaning.role;
      hit.language = meaning.language;
      hit.weak = meaning.weak;
      out_.by_cell[cell].push_back(static_cast<int>(out_.hits.size()));
      out_.hits.push_back(hit);
    }
  }

  void vote(const std::vector<Meaning>& meanings, int words) {
    std::vector<std::string_view> languages;
    for (const Meaning& m : meanings)
      if (!m.language.empty() && std::find(languages.begin(), languages.end(), m.language) == languages.end())
        languages.push_back(m.language);
    for (std::string_view language : languages) votes_[language] += 12 * words / static_cast<int>(languages.size());
  }

  std::string best_language() const {
    std::pair<int, std::string_view> best{0, ""};
    for (auto [language, count] : votes_)
      if (count > best.first || (count == best.first && language < best.second)) best = {count, language};
    return std::string(best.second);
  }

  const Sheet& sheet_;
  const Lexicon& lexicon_;
  Labels out_;
  std::unordered_map<std::string_view, int> votes_;
};

}  // namespace

bool Labels::has(int cell, Role role) const {
  return std::any_of(by_cell[cell].begin(), by_cell[cell].end(), [&](int h) { return hits[h].role == role; });
}

const LabelHit* Labels::covering(const Sheet& sheet, int token) const {
  for (int h : by_cell[sheet.tokens[token].cell])
    if (hits[h].first <= token && token < hits[h].last) return &hits[h];
  return nullptr;
}

Labels find_labels(const Sheet& sheet, unsigned forget) {
  Labels labels = forget == 0 ? Finder(sheet, lexicon()).find() : Finder(sheet, Lexicon(forget)).find();
  join_slashed(sheet, labels);
  guess_labels(sheet, labels);
  mark_trailing(sheet, labels);
  mark_captions(sheet, labels);
  return labels;
}

}  // namespace ap::extract::reading

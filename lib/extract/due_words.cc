#include "extract/due_words.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "extract/text.h"

namespace ap::extract::reading {
namespace {

// The words before the date, a blank before each: at most four, from the line above where the date begins its line.
std::string words_before(const Context& context, const PrintedDate& date) {
  const Sheet& sheet = context.sheet;
  const Cell& cell = sheet.cells[date.cell];
  int from = std::max(cell.first, date.first - 4);
  if (date.first == cell.first && date.cell > 0) {
    const Cell& above = sheet.cells[date.cell - 1];
    const bool wraps = above.row + 1 == cell.row && cell.box.y0 - above.box.y1 < cell.box.height() &&
                       above.last - above.first >= 4 && sheet.rows[above.row].page == sheet.rows[cell.row].page;
    if (wraps) from = std::max(above.first, date.first - 4);
  }
  std::string out;
  for (int t = from; t < date.first; ++t) {
    if (context.dates.at_token[t] >= 0) return "";  // the end of a period
    for (std::string_view run : runs(sheet.tokens[t].folded)) (out += ' ') += run;
  }
  return out;
}

// "le 14 mars 2026 au plus tard": the word of the deadline stands behind the day.
bool at_the_latest(const Context& context, const PrintedDate& date) {
  constexpr std::array<std::string_view, 12> kPhrases = {
      " au plus tard", " at the latest", " at latest",   " spatestens",    " a mas tardar", " como maximo",
      " al piu tardi", " uiterlijk",     " ten laatste", " o mais tardar", " najpozniej",   " nejpozdeji"};
  const Cell& cell = context.sheet.cells[date.cell];
  std::string words;
  for (int t = date.last; t < std::min(cell.last, date.last + 4); ++t)
    for (std::string_view run : runs(context.sheet.tokens[t].folded)) (words += ' ') += run;
  return std::ranges::any_of(kPhrases, [&](std::string_view phrase) { return words.starts_with(phrase); });
}

bool deadline(std::string_view words) {
  constexpr std::array<std::string_view, 33> kPhrases = {" bis zum",
                                                         " bis",
                                                         " bis spatestens",
                                                         " spatestens am",
                                                         " spatestens",
                                                         " avant le",
                                                         " au plus tard le",
                                                         " by",
                                                         " before",
                                                         " no later than",
                                                         " not later than",
                                                         " until",
                                                         " antes del",
                                                         " antes de",
                                                         " hasta el",
                                                         " entro il",
                                                         " entro",
                                                         " voor",
                                                         " uiterlijk",
                                                         " uiterlijk op",
                                                         " do dnia",
                                                         " do",
                                                         " ate",
                                                         " ate ao dia",
                                                         " senast",
                                                         " senast den",
                                                         " senest",
                                                         " senest den",
                                                         " nejpozdeji do",
                                                         " domiciliado",
                                                         " inden den",
                                                         " inden",
                                                         " innan den"};
  return std::ranges::any_of(kPhrases, [&](std::string_view phrase) { return words.ends_with(phrase); });
}

// "Prélevé le 30 janvier", "wird am 7. Februar abgebucht": the bank is told to fetch it on that day.
bool fetched_on(const Context& context, const PrintedDate& date) {
  static const WordSet on("le am on op el il den zum du pa dne w de");
  constexpr std::array<std::string_view, 13> kStems = {"prelev",  "abgebu", "buchen", "eingez", "debit",
                                                       "collect", "incass", "adeud",  "cargad", "addebit",
                                                       "traekk",  "dras",   "autogir"};
  const Cell& cell = context.sheet.cells[date.cell];
  auto word = [&](int t) { return trim(context.sheet.tokens[t].folded, ".,:;()"); };
  if (date.first == cell.first || !on.has(word(date.first - 1))) return false;
  // "am 15.08. von Ihrem Konto DE89 3704 **** **** **** 00 eingezogen": the verb may end the sentence in the next line.
  constexpr int kWords = 14;
  const auto& rows = context.sheet.rows;
  const bool more = cell.row + 1 < static_cast<int>(rows.size()) && rows[cell.row + 1].page == rows[cell.row].page;
  const int end = context.sheet.cells[rows[cell.row + (more ? 1 : 0)].last - 1].last;
  for (int t = std::max(cell.first, date.first - 8); t < std::min(end, date.last + kWords); ++t)
    for (std::string_view run : runs(context.sheet.tokens[t].folded))
      if (std::ranges::any_of(kStems, [&](std::string_view stem) { return run.starts_with(stem); })) return true;
  return false;
}

// "Vence el dia 5 de octubre", "Payable to supplier on 17/11", "faellig am 3.5.": a verb that says so and a word for
// the day.
bool falls_due(std::string_view words) {
  constexpr std::array<std::string_view, 11> kVerbs = {" payabl",  " zahlbar", " fallig",  " pagader",
                                                       " pagabil", " vence",   " scade",   " betalas",
                                                       " forfall", " forfald", " exigible"};
  constexpr std::array<std::string_view, 9> kOn = {" on", " am", " le", " el", " il", " dia", " den", " em", " dne"};
  return std::ranges::any_of(kOn, [&](std::string_view on) { return words.ends_with(on); }) &&
         std::ranges::any_of(kVerbs, [&](std::string_view verb) { return words.contains(verb); });
}

// "Payment received by 5 March": it was paid.
bool was_paid(const Context& context, const PrintedDate& date) {
  const Cell& cell = context.sheet.cells[date.cell];
  for (int t = std::max(cell.first, date.first - 6); t < date.first; ++t)
    if (in_list(trim(context.sheet.tokens[t].folded, ".,:;()"),
                "received erhalten eingegangen recu recibido ricevuto ontvangen otrzymano"))
      return true;
  return false;
}

// "bis 24.02.25 mit 2 % Skonto, bis 16.03.25 netto": the day behind which nothing is taken off any more.
bool without_discount(const Context& context, const PrintedDate& date) {
  const Cell& cell = context.sheet.cells[date.cell];
  return date.last < cell.last && in_list(trim(context.sheet.tokens[date.last].folded, ".,;"),
                                          "net netto rein ohne sans senza sin zonder bez uden utan sem");
}

bool word_of_paying(std::string_view word) {
  constexpr std::array<std::string_view, 41> kStems = {
      "due",     "netto",           "zahl",    "bezahl",   "uberweis",      "ueberweis", "begleich",
      "pay",     "remit",           "regl",    "vers",     "virement",      "abon",      "transf",
      "pagar",   "pagam",           "pago",    "bonif",    "saldar",        "betal",     "overma",
      "voldo",   "zaplat",          "plat",    "wplat",    "przelew",       "uhrad",     "indbet",
      "settle",  "rechnungsbetrag", "montant", "virer",    "remboursement", "ausgleich", "einzahl",
      "acquitt", "ingres",          "overf",   "accredit", "stort",         "inbetal"};
  return std::ranges::any_of(kStems, [&](std::string_view stem) { return word.starts_with(stem); });
}

// In the row of the date, or in what stands above it within three rows.
bool paying_near(const Context& context, const PrintedDate& date) {
  const Sheet& sheet = context.sheet;
  const Cell& cell = sheet.cells[date.cell];
  for (int r = cell.row; r >= std::max(0, cell.row - 3); --r) {
    if (sheet.rows[r].page != sheet.rows[cell.row].page) break;
    for (int c = sheet.rows[r].first; c < sheet.rows[r].last; ++c) {
      const Cell& other = sheet.cells[c];
      if (r != cell.row && std::min(other.box.x1, cell.box.x1) <= std::max(other.box.x0, cell.box.x0)) continue;
      for (int t = other.first; t < other.last; ++t)
        for (std::string_view run : runs(sheet.tokens[t].folded))
          if (word_of_paying(run)) return true;
    }
  }
  return false;
}

}  // namespace

bool paid_until(const Context& context, const PrintedDate& date) {
  if (date.bare || was_paid(context, date)) return false;
  const std::string words = words_before(context, date);
  return fetched_on(context, date) || falls_due(words) || (deadline(words) && without_discount(context, date)) ||
         ((deadline(words) || at_the_latest(context, date)) && paying_near(context, date));
}

std::optional<YearlessDay> due_without_year(const Context& context, const Date& issue) {
  const Sheet& sheet = context.sheet;
  auto word = [&](int t) { return trim(sheet.tokens[t].folded, ".,:;()"); };
  for (const Cell& cell : sheet.cells) {
    for (int t = cell.first + 1; t + 1 < cell.last; ++t) {
      const std::string_view figures = word(t);
      if (count_digits(figures) == 0 || figures.size() > 2 || context.dates.at_token[t] >= 0) continue;
      int at = t + 1;
      if (in_list(word(at), "de of di") && at + 1 < cell.last) ++at;
      const int month = month_of(word(at));
      const bool year = at + 1 < cell.last && count_digits(word(at + 1)) == 4;
      if (month == 0 || year || count_digits(figures) != static_cast<int>(figures.size())) continue;
      std::string before;
      for (int w = std::max(cell.first, t - 4); w < t; ++w)
        for (std::string_view run : runs(sheet.tokens[w].folded)) (before += ' ') += run;
      if (!falls_due(before) && !deadline(before)) continue;
      bool pays = false;
      for (int w = cell.first; w < cell.last; ++w)
        for (std::string_view run : runs(sheet.tokens[w].folded))
          pays |= word_of_paying(run) || run.starts_with("satt");
      if (!pays && !falls_due(before)) continue;
      const int day = std::stoi(std::string(figures));
      for (int later : {0, 1})
        if (auto date = Date::from_ymd(issue.year() + later, month, day); date && !(*date < issue))
          return YearlessDay{*date, t, at + 1};
    }
  }
  return std::nullopt;
}

}  // namespace ap::extract::reading

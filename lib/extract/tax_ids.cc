#include "extract/tax_ids.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "core/identifiers.h"
#include "core/look_alikes.h"
#include "extract/iban_repair.h"
#include "extract/local_accounts.h"
#include "extract/relate.h"
#include "extract/tax_id_country.h"
#include "extract/tax_id_endings.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

struct Length {
  std::string_view country;
  int length;
};

// Lengths of IBANs (SWIFT IBAN registry), for cutting a run of words at the right place.
constexpr Length kIbanLengths[] = {
    {"AD", 24}, {"AE", 23}, {"AL", 28}, {"AT", 20}, {"AZ", 28}, {"BA", 20}, {"BE", 16}, {"BG", 22}, {"BH", 22},
    {"BR", 29}, {"BY", 28}, {"CH", 21}, {"CR", 22}, {"CY", 28}, {"CZ", 24}, {"DE", 22}, {"DK", 18}, {"DO", 28},
    {"EE", 20}, {"EG", 29}, {"ES", 24}, {"FI", 18}, {"FO", 18}, {"FR", 27}, {"GB", 22}, {"GE", 22}, {"GI", 23},
    {"GL", 18}, {"GR", 27}, {"GT", 28}, {"HR", 21}, {"HU", 28}, {"IE", 22}, {"IL", 23}, {"IQ", 23}, {"IS", 26},
    {"IT", 27}, {"JO", 30}, {"KW", 30}, {"KZ", 20}, {"LB", 28}, {"LI", 21}, {"LT", 20}, {"LU", 20}, {"LV", 21},
    {"MC", 27}, {"MD", 24}, {"ME", 22}, {"MK", 19}, {"MR", 27}, {"MT", 31}, {"MU", 30}, {"NL", 18}, {"NO", 15},
    {"PK", 24}, {"PL", 28}, {"PS", 29}, {"PT", 25}, {"QA", 29}, {"RO", 24}, {"RS", 22}, {"SA", 24}, {"SE", 24},
    {"SI", 19}, {"SK", 24}, {"SM", 27}, {"TN", 24}, {"TR", 26}, {"UA", 29}, {"VA", 22}, {"XK", 20},
};

int iban_length(std::string_view text) {
  if (text.size() < 4 || !is_upper(text[0]) || !is_upper(text[1])) return 0;
  if (!is_digit(digit_for(text[2])) || !is_digit(digit_for(text[3]))) return 0;
  for (const Length& row : kIbanLengths)
    if (text.starts_with(row.country)) return row.length;
  return 0;
}

// Forms of tax identifiers behind the prefix: 'd' a digit, 'a' a letter or digit, 'u' a letter.
struct Form {
  std::string_view prefix, pattern;
};
constexpr Form kForms[] = {
    {"ATU", "dddddddd"},   {"BE", "dddddddddd"},   {"BG", "ddddddddd"},    {"BG", "dddddddddd"},
    {"CHE", "ddddddddd"},  {"CY", "ddddddddu"},    {"CZ", "dddddddd"},     {"CZ", "ddddddddd"},
    {"CZ", "dddddddddd"},  {"DE", "ddddddddd"},    {"DK", "dddddddd"},     {"EE", "ddddddddd"},
    {"EL", "ddddddddd"},   {"GR", "ddddddddd"},    {"ES", "addddddda"},    {"FI", "dddddddd"},
    {"FR", "aaddddddddd"}, {"GB", "ddddddddd"},    {"GB", "dddddddddddd"}, {"HR", "ddddddddddd"},
    {"HU", "dddddddd"},    {"IE", "dadddddu"},     {"IE", "dddddddua"},    {"IT", "ddddddddddd"},
    {"LT", "ddddddddd"},   {"LT", "dddddddddddd"}, {"LU", "dddddddd"},     {"LV", "ddddddddddd"},
    {"MT", "dddddddd"},    {"NL", "dddddddddudd"}, {"NO", "ddddddddd"},    {"NO", "ddddddddduuu"},
    {"PL", "dddddddddd"},  {"PT", "ddddddddd"},    {"RO", "dddddddd"},     {"RO", "ddddddd"},
    {"RO", "ddddddddd"},   {"SE", "dddddddddddd"}, {"SI", "dddddddd"},     {"SK", "dddddddddd"},
    {"XI", "ddddddddd"},   {"T", "ddddddddddddd"},
};

bool fits(std::string_view text, std::string_view pattern) {
  if (text.size() != pattern.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool ok = pattern[i] == 'd' ? is_digit(text[i]) : pattern[i] == 'u' ? is_upper(text[i]) : is_alnum(text[i]);
    if (!ok) return false;
  }
  return true;
}

const Form* form_of(std::string_view compact) {
  for (const Form& form : kForms)
    if (compact.starts_with(form.prefix) && fits(compact.substr(form.prefix.size()), form.pattern)) return &form;
  return nullptr;
}

bool begins_form(std::string_view compact) {
  return std::any_of(std::begin(kForms), std::end(kForms), [&](const Form& form) {
    std::size_t n = std::min(compact.size(), form.prefix.size());
    return compact.size() >= 2 && compact.substr(0, n) == form.prefix.substr(0, n);
  });
}

// The letters of a country stand together and in capitals: "Nº 577" is no Norwegian number.
bool printed_prefix(std::string_view text, std::string_view compact) {
  text = trim(text, "(: ");
  return text.size() >= 2 && text.substr(0, 2) == compact.substr(0, 2);
}

std::string compact_token(const Sheet& sheet, int token) { return squeeze(plain(sheet.tokens[token].text)); }

// "Kunden-USt-Id", "Contribuinte do cliente", "Your VAT no": the words around the label say that it is the buyer's.
bool names_buyer(const Sheet& sheet, const LabelHit& hit) {
  constexpr std::string_view kWords =
      "kunden kunde kundens ihre ihr your yours customer customers client clients buyer buyers recipient votre vos "
      "acheteur cliente clientes su sus comprador vostra vostro uw klant klanten nabywcy klienta kupujacego vosso "
      "vossa "
      "ert er odbiorcy adquirente committente receptor destinatario prijemce kund jeres kunde kober vase vas "
      "odberatele zakaznika kupujiciho empfanger abnehmer afnemer kopare "
      "panstwa";
  static const WordSet words(kWords);
  const Cell& cell = sheet.cells[hit.cell];
  if (words.has(trim(sheet.tokens[cell.first].folded, ":")) && sheet.tokens[cell.first].text.ends_with(':'))
    return true;  // "Cliente: Conservas La Ria, S.A. - CIF A41228811"
  for (int t = std::max(cell.first, hit.first - 2); t < std::min(cell.last, hit.last + 2); ++t)
    for (std::string_view run : runs(sheet.tokens[t].folded))
      if (words.has(run)) return true;
  return false;
}

// The label that names the identifier: in the same cell before it, or left of it, or above it.
void note_labels(const Sheet& sheet, const Labels& labels, std::vector<Identifier>& ids,
                 std::initializer_list<Role> roles, Role buyers) {
  for (const LabelHit& hit : labels.hits) {
    if (hit.role == Role::none) continue;  // taken back
    bool wanted = std::find(roles.begin(), roles.end(), hit.role) != roles.end();
    if (!wanted && hit.role != buyers) continue;
    for (const Place& place : places(sheet, labels, hit, 1)) {
      for (Identifier& id : ids) {
        if (id.first < place.first || id.first >= place.last) continue;
        id.labelled = true;
        id.buyers |= buyers != Role::none && (hit.role == buyers || names_buyer(sheet, hit));
      }
    }
  }
}

}  // namespace

namespace {

// "We will collect this amount from your account NL91 ...": whoever pays owns it.
bool payers_own(const Sheet& sheet, const Identifier& id) {
  static const WordSet yours("your ihrem ihres votre uw vostro ert deres jeres panstwa vaseho");
  static const WordSet account("account konto kontos compte rekening conto rachunku uctu");
  bool owner = false, named = false;
  for (int t = std::max(sheet.cells[id.cell].first, id.first - 6); t < id.first; ++t)
    for (std::string_view run : runs(sheet.tokens[t].folded)) {
      owner |= yours.has(run);
      named |= owner && account.has(run);
    }
  return named;
}

// A group of an IBAN is letters and digits in capitals, nothing else.
bool group_of_iban(const Sheet& sheet, int token) {
  std::string_view text = trim(sheet.tokens[token].text, ",.;");
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || is_upper(c); });
}

// The first word of what may be an IBAN, "" when it is none.
std::string first_of_iban(const Sheet& sheet, int token, bool recognised) {
  const std::string& text = sheet.tokens[token].text;
  std::string compact = recognised ? squeeze(plain(with_letters_in_front(text))) : compact_token(sheet, token);
  return is_upper(text[0]) || (recognised && with_letters_in_front(text) != text) ? compact : "";
}

// The end of an IBAN that was wrapped into the cell below, exactly `missing` characters; else "".
std::string wrapped_rest(const Sheet& sheet, int cell, int missing) {
  const Cell& from = sheet.cells[cell];
  for (std::size_t c = static_cast<std::size_t>(cell) + 1; c < sheet.cells.size(); ++c) {
    const Cell& below = sheet.cells[c];
    if (below.box.y0 - from.box.y1 > from.box.height() || sheet.rows[below.row].page != sheet.rows[from.row].page)
      break;
    if (below.row == from.row || std::abs(below.box.x0 - from.box.x0) > from.box.width()) continue;
    std::string rest;
    for (int t = below.first; t < below.last && group_of_iban(sheet, t) && static_cast<int>(rest.size()) < missing; ++t)
      rest += compact_token(sheet, t);
    if (static_cast<int>(rest.size()) == missing) return rest;
  }
  return "";
}

}  // namespace

std::vector<Identifier> find_ibans(const Sheet& sheet, const Labels& labels) {
  std::vector<Identifier> out;
  for (const Cell& cell : sheet.cells) {
    for (int t = cell.first; t < cell.last; ++t) {
      const bool recognised = sheet.page_of_row(cell.row).source == layout::PageSource::ocr;
      int past = t;
      if (std::string account = is_digit(sheet.tokens[t].folded[0]) ? polish_account(sheet, cell, t, past) : "";
          !account.empty()) {
        out.push_back({account, t, past, sheet.tokens[t].cell, "PL", true, false, false, false});
        t = past - 1;
        continue;
      }
      std::string compact = first_of_iban(sheet, t, recognised);
      if (compact.size() < 2) continue;
      int end = t + 1;
      // "USt-IdNr. DE755111475 IBAN DE80 3338 ...": the label of an account ends what stands before it. Other words
      // may be a bank's letters within one ("IE10 BANK 9142 ...").
      auto names_account = [&](int at) {
        const LabelHit* hit = labels.covering(sheet, at);
        return hit && (hit->role == Role::iban || hit->role == Role::bic);
      };
      auto goes_on = [&](int at) { return at < cell.last && group_of_iban(sheet, at) && !names_account(at); };
      while (compact.size() < 4 && goes_on(end)) compact += compact_token(sheet, end++);
      int length = iban_length(compact);
      if (length == 0 || (!recognised && !(is_digit(compact[2]) && is_digit(compact[3])))) continue;
      while (static_cast<int>(compact.size()) < length && goes_on(end)) compact += compact_token(sheet, end++);
      const bool ends_line =
          count_digits(compact) < 10 && end == cell.last && compact.size() >= 4 && cell.last - cell.first > 1;
      if (count_digits(compact) < 10 && !ends_line) continue;
      std::string whole = compact;
      if (static_cast<int>(whole.size()) < length && end == cell.last)
        whole += wrapped_rest(sheet, sheet.tokens[t].cell, length - static_cast<int>(whole.size()));
      bool proved = valid_iban(whole);
      std::string repaired = recognised && !proved ? repaired_iban(whole) : "";
      if (proved) compact = whole;
      if (!repaired.empty()) compact = repaired;
      bool complete = static_cast<int>(compact.size()) == length;
      if ((!complete && compact.size() < 14) || (ends_line && !proved)) continue;
      if (!proved && compact.substr(4, 3) == "ZZZ") continue;  // a creditor's id for direct debits, no account
      out.push_back(
          {compact, t, end, sheet.tokens[t].cell, compact.substr(0, 2), proved, false, !complete, !repaired.empty()});
      t = end - 1;
    }
  }
  note_labels(sheet, labels, out, {Role::iban}, Role::none);
  // A wrong length passes only where a label says IBAN.
  std::erase_if(out, [](const Identifier& id) { return id.buyers && !id.labelled; });
  for (Identifier& id : out) id.buyers = false;
  std::erase_if(out, [&](const Identifier& id) { return payers_own(sheet, id); });
  return out;
}

namespace {

// "... USt-IdNr. DE" ends a line of running text, and the digits begin the next.
bool runs_on(const Sheet& sheet, int token, const Cell& cell) {
  const int next = sheet.tokens[token].cell + 1;
  if (token < cell.last - 2 || next >= static_cast<int>(sheet.cells.size())) return false;
  const Cell& below = sheet.cells[next];
  const Row &row = sheet.rows[cell.row], &after = sheet.rows[below.row];
  return next == row.last && after.page == row.page && below.last - below.first >= 2 &&
         below.box.y0 - cell.box.y1 < cell.box.height() && std::abs(below.box.x0 - cell.box.x0) < 1500 &&
         cell.last - cell.first >= 4 && count_digits(sheet.tokens[below.first].folded) >= 2;
}

// "Amount incl. VAT: 14 145,17"
bool ends_an_amount(std::string_view text) {
  const auto mark = text.find_first_of(".,");
  return mark != std::string_view::npos && text.size() == mark + 3 && mark <= 3 &&
         count_digits(text) + 1 == static_cast<int>(text.size());
}

void repair(Identifier& id) {
  std::string repaired = repaired_tax_id(id.value);
  if (repaired.empty()) return;
  id.repaired = true;
  id.as_read = std::exchange(id.value, std::move(repaired));
  if (is_upper(id.value[0]) && is_upper(id.value[1])) id.country = check_tax_id(id.value).country;
}

// "TVQ 9,975 % 1021884733": the number of the register stands behind the rate. The first token behind it.
int behind_rate(const Sheet& sheet, const Place& place) {
  const auto& tokens = sheet.tokens;
  const int next = place.first + 1;
  if (place.relation != Relation::same_cell || count_digits(tokens[place.first].folded) == 0) return place.first;
  if (tokens[place.first].folded.ends_with('%')) return next;
  return next < place.stop && tokens[next].folded == "%" ? next + 1 : place.first;
}

// Numbers without a prefix, cut where a label says what they are.
void add_bare(const Sheet& sheet, const Labels& labels, const std::vector<bool>& taken, std::vector<Identifier>& out) {
  for (const LabelHit& hit : labels.hits) {
    if (hit.role != Role::vat_id && hit.role != Role::buyer_vat_id) continue;
    const bool figures = hit.last < sheet.cells[hit.cell].last && (is_digit(sheet.tokens[hit.last].folded[0]) ||
                                                                   count_digits(sheet.tokens[hit.last].folded) > 6);
    if (hit.words == 1 && !hit.colon && hit.after > 5 && !figures) continue;
    for (const Place& place : places(sheet, labels, hit, 1)) {
      int first = behind_rate(sheet, place);
      const bool rated = first > place.first;
      std::string compact;
      int end = first;
      while (end < place.stop && end < first + 6 && !taken[end]) {
        std::string piece = compact_token(sheet, end);
        bool numeric = count_digits(piece) > 0;
        if (!numeric && !(in_list(piece, "MWST TVA IVA VAT CHE MVA") || (compact.empty() && begins_form(piece)) ||
                          (piece.empty() && (compact.empty() || !in_list(sheet.tokens[end].text, "| · • / –")))))
          break;
        if (compact.empty() && piece.empty()) {
          first = ++end;
          continue;
        }
        if (piece.size() > 16 || sheet.tokens[end].folded.find(',') + 1 == sheet.tokens[end].folded.size()) {
          compact += piece, ++end;
          break;
        }
        compact += piece;
        ++end;
      }
      bool known =
          std::any_of(out.begin(), out.end(), [&](const Identifier& id) { return id.first < end && first < id.last; });
      if (known) break;
      if (first == end) continue;  // nothing but marks behind the label
      const std::string& head = sheet.tokens[first].folded;
      if (head.find('%') != std::string::npos || (end < place.last && sheet.tokens[end].folded.starts_with("%"))) break;
      if (ends_an_amount(sheet.tokens[end - 1].text)) break;
      int digits = count_digits(compact);
      if (rated && digits < 9) break;  // "TVA 20 % 1 234 567": the tax itself
      if (compact.size() < 7 || compact.size() > 16 || digits < 7 ||
          (sheet.tokens[first].text.find(',') != std::string::npos && digits < 8))
        continue;
      std::string whole = with_country_letters(sheet.text(hit.first, hit.last), compact);
      TaxIdCheck check = whole == compact ? TaxIdCheck{} : check_tax_id(whole);
      Identifier id{whole,         first,
                    end,           place.cell,
                    check.country, check.verdict == TaxIdVerdict::valid,
                    true,          hit.role == Role::buyer_vat_id || names_buyer(sheet, hit)};
      const bool recognised = sheet.page_of_row(sheet.cells[place.cell].row).source == layout::PageSource::ocr;
      if (recognised && !id.proved) repair(id);
      out.push_back(std::move(id));
      break;
    }
  }
}

// "SI4631/2026", "SI-2026-9435": a stroke or two dashes stand in numbers of documents, in no tax number, even where the
// check digits hold by chance.
bool divided(const Sheet& sheet, int first, int last) {
  const std::string text = sheet.text(first, last);
  return text.find('/') != std::string::npos || std::ranges::count(text, '-') > 1;
}

// Letters and figures of a tax number's form behind the name of the document's number.
bool numbers_document(const Sheet& sheet, const Labels& labels, int first) {
  const int cell = sheet.tokens[first].cell;
  if (labels.has(cell, Role::vat_id) || labels.has(cell, Role::tax_number)) return false;
  const bool begins = first == sheet.cells[cell].first;
  const bool alone = begins && cell > sheet.rows[sheet.cells[cell].row].first;
  const LabelHit* label = !begins || alone ? labels.covering(sheet, first - 1) : nullptr;
  return label && !label->weak &&
         (label->role == Role::number || label->role == Role::title_invoice || label->role == Role::title_credit);
}

}  // namespace

std::vector<Identifier> find_tax_ids(const Sheet& sheet, const Labels& labels, const std::vector<bool>& taken) {
  std::vector<Identifier> out;
  for (const Cell& cell : sheet.cells) {
    for (int t = cell.first; t < cell.last; ++t) {
      if (taken[t]) continue;
      std::string compact;
      int best = -1;
      std::string value;
      const int stop = runs_on(sheet, t, cell) ? cell.last + 2 : cell.last;
      for (int end = t; end < stop && end < t + 6 && compact.size() < 15 && !taken[end]; ++end) {
        compact += compact_token(sheet, end);
        if (end == t && (!begins_form(compact) || !printed_prefix(sheet.tokens[t].text, compact))) break;
        if (form_of(compact)) best = end, value = compact;
      }
      if (best < 0) value = norwegian_tax_id(sheet, cell, t, best);
      const bool canadian = best < 0 && !(value = canadian_tax_id(sheet, cell, t, best)).empty();
      if (best < 0) continue;
      TaxIdCheck check = check_tax_id(value);
      int last = best + 1;
      if (divided(sheet, t, last) || (check.verdict != TaxIdVerdict::valid && numbers_document(sheet, labels, t)))
        continue;
      // "CHE-412.118.227 MWST": what stands behind the number says that it is one of the tax.
      const bool swiss =
          last < cell.last && value.starts_with("CHE") && in_list(compact_token(sheet, last), "MWST TVA IVA");
      last += swiss;
      out.push_back({value, t, last, sheet.tokens[t].cell, check.country, check.verdict == TaxIdVerdict::valid,
                     swiss || canadian, false});
      // A French key may hold letters, but none that look like figures.
      if (sheet.page_of_row(cell.row).source == layout::PageSource::ocr && !out.back().proved) repair(out.back());
      t = best;
    }
  }
  note_labels(sheet, labels, out, {Role::vat_id}, Role::buyer_vat_id);
  add_bare(sheet, labels, taken, out);
  return out;
}

std::vector<Identifier> find_bics(const Sheet& sheet, const Labels& labels, const std::vector<Identifier>& ibans) {
  std::vector<Identifier> out;
  for (const Cell& cell : sheet.cells) {
    for (int t = cell.first; t < cell.last; ++t) {
      const std::string& text = sheet.tokens[t].text;
      std::string compact = squeeze(text);
      if ((compact.size() != 8 && compact.size() != 11) || !is_upper(text.front() == '(' ? text[1] : text.front()))
        continue;
      if (count_letters(compact.substr(0, 6)) != 6 || !check_bic(compact)) continue;
      out.push_back({compact, t, t + 1, sheet.tokens[t].cell, compact.substr(4, 2), false, false, false});
    }
  }
  note_labels(sheet, labels, out, {Role::bic}, Role::none);
  auto beside = [&](const Identifier& bic) {
    return std::any_of(ibans.begin(), ibans.end(), [&](const Identifier& iban) {
      return sheet.cells[iban.cell].row == sheet.cells[bic.cell].row && (iban.country == bic.country);
    });
  };
  std::erase_if(out, [&](const Identifier& bic) { return !bic.labelled && !beside(bic); });
  return out;
}

}  // namespace ap::extract::reading

#include <algorithm>

#include "extract/receipt_head.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

constexpr int kMostAddressRows = 6;

class MerchantAddress {
 public:
  MerchantAddress(const Context& context, const std::vector<HeadRow>& head, Draft& draft)
      : sheet_(context.sheet), head_(head), draft_(draft) {}

  void read() {
    collect();
    if (rows_.empty()) return;
    double sure = 0.8;
    for (const Span& words : rows_)
      if (sheet_.confidence(words.first, words.last) < 500) sure = 0.6;
    Address found = compose();
    if (size(found) <= size(draft_.invoice().seller.address)) return;
    forget();
    put("street", found.street, sure);
    put("postal_code", found.postal_code, sure);
    put("city", found.city, sure);
    put("region", found.region, sure);
    put("country", found.country, sure);
  }

 private:
  // From the first row that is an address below the name to the next row that is something else.
  void collect() {
    auto evidence = draft_.evidence().find("seller.name");
    bool named = evidence != draft_.evidence().end() && evidence->second.box;
    std::int32_t below = named ? evidence->second.box->center_y() : 0;
    for (const HeadRow& row : head_) {
      if (static_cast<int>(rows_.size()) >= kMostAddressRows) break;
      if (row.words.empty() || sheet_.box(row.words.first, row.words.last).center_y() <= below) continue;
      bool begun = !rows_.empty();
      bool ends = row.kind == HeadKind::contact || row.kind == HeadKind::title;
      if (begun && ends) break;
      bool goes_on = row.kind == HeadKind::text && begun && !sheet_.tokens[row.words.first].folded.starts_with('(');
      if (row.kind == HeadKind::address || goes_on) rows_.push_back(row.words);
    }
    // The rest of a firm's branch or a greeting behind the town is no address any more.
    for (std::size_t r = 0; r < rows_.size(); ++r)
      if (town_in(sheet_, rows_[r].first, rows_[r].last)) rows_.resize(std::min(rows_.size(), r + 2));
  }

  Address compose() {
    Address out;
    std::optional<Town> town;
    std::size_t at = rows_.size();
    for (std::size_t r = 0; r < rows_.size() && !town; ++r) {
      town = town_in(sheet_, rows_[r].first, rows_[r].last);
      if (town) at = r;
    }
    std::string street;
    auto add = [&](std::string& to, int first, int last) {
      std::string part = sheet_.text(first, last, " ,;|_~");
      if (!to.empty() && !part.empty()) to += ", ";
      to += part;
    };
    for (std::size_t r = 0; r < at; ++r) add(street, rows_[r].first, rows_[r].last);
    if (town) {
      int begin = std::min(town->postal.first, town->city.empty() ? town->postal.first : town->city.first);
      int end = std::max({town->postal.last, town->city.last, town->region.last});
      if (begin > rows_[at].first) add(street, rows_[at].first, begin);
      out.postal_code = town->postal_code;
      if (!town->city.empty()) out.city = sheet_.text(town->city.first, town->city.last, " ,;.|");
      if (!town->region.empty()) out.region = sheet_.text(town->region.first, town->region.last, " ,;.|");
      if (end < rows_[at].last) add(out.region, end, rows_[at].last);
      for (std::size_t r = at + 1; r < rows_.size(); ++r) rest(out, rows_[r]);
      if (out.country.empty()) out.country = town->country;
    }
    out.street = std::string(trim(street, " ."));
    out.region = std::string(trim(out.region, " .,"));
    return out;
  }

  // What stands below the town: the country, or the region.
  void rest(Address& out, Span words) const {
    std::string text = sheet_.text(words.first, words.last, " ,;.|");
    std::string country = country_of(fold(text));
    if (!country.empty()) {
      out.country = country;
    } else if (words.last - words.first <= 4 && count_digits(text) == 0) {
      out.region += (out.region.empty() ? "" : " ") + text;
    }
  }

  static std::size_t size(const Address& address) {
    return address.street.size() + address.postal_code.size() + address.city.size() + address.region.size();
  }

  void forget() {
    draft_.invoice().seller.address = {};
    erase_if(draft_.evidence(), [](const auto& entry) { return entry.first.starts_with("seller.address."); });
  }

  void put(const char* field, const std::string& value, double sure) {
    if (!value.empty())
      draft_.put(std::string("seller.address.") + field, value, rows_.front().first, rows_.back().last, How::layout,
                 sure);
  }

  const Sheet& sheet_;
  const std::vector<HeadRow>& head_;
  Draft& draft_;
  std::vector<Span> rows_;
};

}  // namespace

void read_merchant_address(const Context& context, const std::vector<HeadRow>& head, Draft& draft) {
  MerchantAddress(context, head, draft).read();
}

}  // namespace ap::extract::reading

#include "stages/overlay.h"

#include <fmt/format.h>

#include <array>

#include "core/error.h"
#include "core/fields.h"

namespace ap {
namespace {

struct Group {
  std::string_view name, prefix;  // of the path; the first row that fits
  Color color;
};

// Colours that stay apart on grey paper, also for most who see few colours.
constexpr std::array<Group, 8> kGroups{{{"lines", "lines[", {31, 119, 180}},
                                        {"allowances and charges", "allowances_charges[", {23, 190, 207}},
                                        {"totals", "totals.", {200, 30, 40}},
                                        {"taxes", "taxes[", {255, 127, 14}},
                                        {"seller", "seller.", {44, 140, 44}},
                                        {"buyer", "buyer.", {148, 80, 189}},
                                        {"payment", "payment.", {160, 100, 20}},
                                        {"header", "", {200, 0, 140}}}};

const Group& group_of(std::string_view path) {
  for (const Group& group : kGroups)
    if (path.starts_with(group.prefix)) return group;
  return kGroups.back();
}

// "lines[2].net" -> "3.net", "seller.address.city" -> "seller.city": frames are small.
std::string short_name(std::string_view path) {
  std::string out;
  for (std::string_view list : {"lines[", "taxes[", "allowances_charges["}) {
    if (!path.starts_with(list)) continue;
    std::size_t end = path.find(']');
    std::string number(path.substr(list.size(), end - list.size()));
    std::string_view name = list == "lines[" ? "" : list == "taxes[" ? "tax" : "charge";
    return fmt::format("{}{}{}", name, std::stoi(number) + 1, path.substr(end + 1));
  }
  for (std::string_view rest = path; !rest.empty();) {
    std::size_t dot = std::min(rest.find('.'), rest.size());
    std::string_view step = rest.substr(0, dot);
    if (step != "address" && step != "totals") out += (out.empty() ? "" : ".") + std::string(step);
    rest.remove_prefix(std::min(dot + 1, rest.size()));
  }
  return out;
}

// At most `most` characters, on one line.
std::string shortened(std::string_view text, std::size_t most) {
  std::string out;
  std::size_t characters = 0;
  for (char c : text) {
    bool begins = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    if (begins && ++characters > most) return out + "…";
    out += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
  }
  return out;
}

std::string percent(Confidence confidence) { return fmt::format("{}.{}", confidence / 10, confidence % 10); }

class Marker {
 public:
  Marker(std::vector<MarkedPage>& pages, Confidence doubtful) : pages_(pages), doubtful_(doubtful) {}

  void mark(const Record& record) {
    if (!record.invoice) return;
    // Pages of a part are counted from its own first one.
    int before = record.is_part() ? record.source.pages->first - 1 : 0;
    for (const std::string& path : present_fields(*record.invoice)) {
      auto found = record.evidence.find(path);
      if (found != record.evidence.end())
        value(path, get_field(*record.invoice, path).value_or(""), found->second, before);
    }
  }

 private:
  void value(const std::string& path, const std::string& value, const Evidence& e, int before) {
    const Group& group = group_of(path);
    std::string said = fmt::format("{}={} {}", short_name(path), shortened(value, 18), percent(e.confidence));
    auto page = static_cast<std::size_t>(std::max(e.page, 1) + before);
    if (page > pages_.size()) return;
    if (e.page > 0 && e.box) {
      std::string caption = path.starts_with("lines[") && e.confidence >= doubtful_ ? short_name(path) : said;
      pages_[page - 1].marks.push_back({*e.box, caption, group.color, e.confidence < doubtful_});
    } else if (pages_[page - 1].foot.size() < kMostNotes) {
      pages_[page - 1].foot.push_back({fmt::format("{} ({})", said, to_string(e.how)), group.color});
    }
  }

  static constexpr std::size_t kMostNotes = 60;  // an e-invoice has hundreds of values, none of them on the page

  std::vector<MarkedPage>& pages_;
  Confidence doubtful_;
};

}  // namespace

std::vector<MarkedPage> marked_pages(const Record& record, const std::vector<Record>& parts, const PageReading& reading,
                                     Confidence doubtful) {
  std::vector<MarkedPage> pages;
  for (std::size_t i = 0; i < reading.pages.size(); ++i) {
    MarkedPage& page = pages.emplace_back();
    const layout::Page read = reading.pages[i];
    page.width = std::max(read.width, 7200), page.height = std::max(read.height, 7200);
    if (i < reading.pictures.size()) page.picture = reading.pictures[i];
    for (const Group& group : kGroups) page.head.push_back({std::string(group.name), group.color});
    page.head.push_back({fmt::format("dashed: less sure than {} %", percent(doubtful)), {60, 60, 60}});
  }
  Marker marker(pages, doubtful);
  marker.mark(record);
  for (const Record& part : parts) marker.mark(part);
  return pages;
}

bool is_overlay_path(std::string_view path) { return path.ends_with(".png") || path.ends_with(".pdf"); }

std::vector<std::string> write_overlay(const std::vector<MarkedPage>& pages, const OverlayOptions& options,
                                       Drawing& drawing, Files& files) {
  if (!is_overlay_path(options.path))
    throw Error(ErrorKind::usage, fmt::format("--overlay {}: neither .png nor .pdf", options.path),
                "name a file that ends so");
  bool pdf = options.path.ends_with(".pdf");
  std::string stem = options.path.substr(0, options.path.size() - 4);
  std::vector<std::string> paths;
  for (std::size_t page = 0; page < (pdf ? 1 : pages.size()); ++page) {
    bool numbered = !pdf && pages.size() > 1;
    std::string path = numbered ? fmt::format("{}-{}.png", stem, page + 1) : options.path;
    auto file = files.create(path);
    file->write(pdf ? drawing.pdf(pages) : drawing.png(pages[page]));
    file->commit();
    paths.push_back(std::move(path));
  }
  return paths;
}

}  // namespace ap

#include "stages/crop.h"

#include <fmt/format.h>

#include <algorithm>

namespace ap {
namespace {

constexpr Color kFrame{200, 30, 40};
// Around the value, in hundredths of a point: a line or two above and below, and the label beside it.
constexpr std::int32_t kAcross = 14400, kDown = 3600;

Box around(const Box& box, const layout::Page& page) {
  return {std::max(0, box.x0 - kAcross), std::max(0, box.y0 - kDown), std::min(page.width, box.x1 + kAcross),
          std::min(page.height, box.y1 + kDown)};
}

// The pixels of `piece`, where the whole page is `picture`.
PagePicture cut(const PagePicture& picture, const layout::Page& page, const Box& piece) {
  auto across = [&](std::int32_t x) {
    return static_cast<int>(std::int64_t(x) * picture.width / std::max(1, page.width));
  };
  auto down = [&](std::int32_t y) {
    return static_cast<int>(std::int64_t(y) * picture.height / std::max(1, page.height));
  };
  int left = std::clamp(across(piece.x0), 0, picture.width - 1),
      top = std::clamp(down(piece.y0), 0, picture.height - 1);
  PagePicture out;
  out.width = std::clamp(across(piece.x1) - left, 1, picture.width - left);
  out.height = std::clamp(down(piece.y1) - top, 1, picture.height - top);
  for (int y = top; y < top + out.height; ++y)
    out.gray.append(picture.gray, static_cast<std::size_t>(y) * picture.width + left,
                    static_cast<std::size_t>(out.width));
  return out;
}

}  // namespace

std::expected<MarkedPage, std::string> crop_field(const Record& record, std::string_view field,
                                                  const PageReading& reading) {
  auto found = record.evidence.find(field);
  if (found == record.evidence.end()) return std::unexpected(fmt::format("no value was read for {}", field));
  const Evidence& evidence = found->second;
  if (evidence.page == 0 || !evidence.box)
    return std::unexpected(fmt::format(
        "{} stands on no page: it comes from {}", field,
        evidence.how == How::einvoice ? "the XML of the e-invoice" : fmt::format("{}", to_string(evidence.how))));
  int before = record.is_part() ? record.source.pages->first - 1 : 0;
  auto at = static_cast<std::size_t>(evidence.page + before);
  if (at > reading.pages.size() || at > reading.pictures.size() || reading.pictures[at - 1].gray.empty())
    return std::unexpected(fmt::format("page {} cannot be drawn", evidence.page));
  const layout::Page page = reading.pages[at - 1];
  Box piece = around(*evidence.box, page);
  MarkedPage out;
  out.picture = cut(reading.pictures[at - 1], page, piece);
  out.width = std::max(1, piece.width()), out.height = std::max(1, piece.height());
  const Box& box = *evidence.box;
  out.marks.push_back(
      {{box.x0 - piece.x0, box.y0 - piece.y0, box.x1 - piece.x0, box.y1 - piece.y0}, "", kFrame, false});
  return out;
}

}  // namespace ap

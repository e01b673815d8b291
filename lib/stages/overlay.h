// Draws what was read onto the pages it was read from (ap-extract --overlay), so that a person sees what came from
// where: a frame and a name for every value, a colour for every group of fields, dashes where it is doubtful.
#pragma once

#include <string>
#include <vector>

#include "core/record.h"
#include "ports/drawing.h"
#include "ports/files.h"
#include "ports/reader.h"

namespace ap {

inline constexpr int kOverlayDpi = 144;

struct OverlayOptions {
  std::string path;           // ends in .png or .pdf
  Confidence doubtful = 950;  // values less sure than this are dashed
};

// The pages of `reading` with the evidence of `record`, and of the records of its parts where it is a scan that was
// taken apart. Values that stand on no page are named at the foot of the first. Pure.
std::vector<MarkedPage> marked_pages(const Record& record, const std::vector<Record>& parts, const PageReading& reading,
                                     Confidence doubtful);

// One PDF; or a PNG, for several pages PATH-1.png and so on. Returns the paths written. Throws Error(usage) for a path
// that ends otherwise, cannot_create where it cannot be written.
std::vector<std::string> write_overlay(const std::vector<MarkedPage>& pages, const OverlayOptions& options,
                                       Drawing& drawing, Files& files);

// True for a path that write_overlay() takes.
bool is_overlay_path(std::string_view path);

}  // namespace ap

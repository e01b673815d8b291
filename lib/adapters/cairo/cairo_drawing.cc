#include "adapters/cairo/cairo_drawing.h"

#include <cairo-pdf.h>
#include <cairo.h>

#include <algorithm>
#include <array>
#include <memory>

#include "core/error.h"

namespace ap {
namespace {

// Points on a page as wide as A4; on others in proportion, since a receipt may claim any size.
constexpr double kFrame = 0.7, kText = 4.6, kMargin = 6, kUsualWidth = 595;
// Pixels an inch of a PNG whose page has no picture.
constexpr double kPlainDpi = 100;

struct Release {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Surface = std::unique_ptr<cairo_surface_t, Release>;
using Context = std::unique_ptr<cairo_t, Release>;

[[noreturn]] void fail(cairo_status_t status) {
  throw Error(ErrorKind::io, std::string("the overlay cannot be drawn: ") + cairo_status_to_string(status),
              "try fewer pages, or PNG instead of PDF");
}

void check(cairo_status_t status) {
  if (status != CAIRO_STATUS_SUCCESS) fail(status);
}

cairo_status_t append(void* to, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

double points(std::int32_t hundredths) { return hundredths / 100.0; }

// The page's pixels; grey on grey, so that only the marks have colour.
Surface picture_surface(const PagePicture& picture) {
  Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, picture.width, picture.height));
  check(cairo_surface_status(surface.get()));
  cairo_surface_flush(surface.get());
  unsigned char* data = cairo_image_surface_get_data(surface.get());
  int stride = cairo_image_surface_get_stride(surface.get());
  for (int y = 0; y < picture.height; ++y) {
    auto* row = reinterpret_cast<std::uint32_t*>(data + static_cast<std::ptrdiff_t>(y) * stride);
    for (int x = 0; x < picture.width; ++x) {
      auto gray = static_cast<unsigned char>(picture.gray[static_cast<std::size_t>(y) * picture.width + x]);
      row[x] = gray * 0x010101u;
    }
  }
  cairo_surface_mark_dirty(surface.get());
  return surface;
}

class Painter {
 public:
  // Works in points of the page.
  Painter(cairo_t* context, const MarkedPage& page) : cairo_(context), page_(page) {
    cairo_select_font_face(cairo_, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(cairo_, text_);
  }

  void paint() {
    background();
    for (const Mark& mark : page_.marks) frame(mark);
    for (const Mark& mark : page_.marks) caption(mark);
    margin(page_.head, margin_);
    margin(page_.foot, points(page_.height) - margin_ - text_ * 1.3 * static_cast<double>(rows(page_.foot)));
    check(cairo_status(cairo_));
  }

 private:
  void color(Color c, double opacity = 1) {
    cairo_set_source_rgba(cairo_, c.red / 255.0, c.green / 255.0, c.blue / 255.0, opacity);
  }

  void background() {
    cairo_set_source_rgb(cairo_, 1, 1, 1);
    cairo_paint(cairo_);
    if (page_.picture.gray.empty()) return;
    Surface picture = picture_surface(page_.picture);
    cairo_save(cairo_);
    cairo_scale(cairo_, points(page_.width) / page_.picture.width, points(page_.height) / page_.picture.height);
    cairo_set_source_surface(cairo_, picture.get(), 0, 0);
    cairo_paint(cairo_);
    cairo_restore(cairo_);
  }

  void frame(const Mark& mark) {
    double x = points(mark.box.x0) - 1, y = points(mark.box.y0) - 1;
    cairo_rectangle(cairo_, x, y, points(mark.box.width()) + 2, points(mark.box.height()) + 2);
    color(mark.color, mark.dashed ? 0.08 : 0.16);
    cairo_fill_preserve(cairo_);
    color(mark.color);
    const double dashes[] = {2.4 * scale_, 1.6 * scale_};
    cairo_set_dash(cairo_, dashes, mark.dashed ? 2 : 0, 0);
    cairo_set_line_width(cairo_, kFrame * scale_);
    cairo_stroke(cairo_);
  }

  double width_of(const std::string& text) {
    cairo_text_extents_t size;
    cairo_text_extents(cairo_, text.c_str(), &size);
    return size.x_advance;
  }

  // Words on a white ground at the given left and upper edge.
  void words(const std::string& text, double x, double y, Color c) {
    cairo_rectangle(cairo_, x - 0.4, y, width_of(text) + 0.8, text_ * 1.15);
    cairo_set_source_rgba(cairo_, 1, 1, 1, 0.75);
    cairo_fill(cairo_);
    color({static_cast<std::uint8_t>(c.red * 7 / 10), static_cast<std::uint8_t>(c.green * 7 / 10),
           static_cast<std::uint8_t>(c.blue * 7 / 10)});
    cairo_move_to(cairo_, x, y + text_ * 0.9);
    cairo_show_text(cairo_, text.c_str());
  }

  // Above its frame, below it, beside it, further up or down: the first place that covers neither another caption nor
  // another value, else the first that covers no caption.
  void caption(const Mark& mark) {
    double width = width_of(mark.caption), step = text_ * 1.15;
    double left = points(mark.box.x0) - 1, right = points(mark.box.x1) + 2;
    double above = points(mark.box.y0) - 1.4 - step, below = points(mark.box.y1) + 1.4;
    double beside = (points(mark.box.y0) + points(mark.box.y1) - step) / 2;
    const std::array<std::pair<double, double>, 7> places{{{left, above},
                                                           {left, below},
                                                           {right, beside},
                                                           {left, above - step},
                                                           {left, below + step},
                                                           {left, above - 2 * step},
                                                           {left, below + 2 * step}}};
    Taken chosen{left, above, width, step};
    bool found = false, clear = false;
    for (auto [x, y] : places) {
      Taken place{std::clamp(x, 0.0, std::max(0.0, points(page_.width) - width)), y, width, step};
      if (std::ranges::any_of(taken_, [&](const Taken& other) { return place.meets(other); })) continue;
      clear = std::ranges::none_of(page_.marks, [&](const Mark& other) { return place.meets(area_of(other)); });
      if (!found || clear) chosen = place, found = true;
      if (clear) break;
    }
    taken_.push_back(chosen);
    words(mark.caption, chosen.x, chosen.y, mark.color);
  }

  // Notes side by side as far as the page is wide; with no page they stand below each other.
  template <class Place>
  std::size_t flow(const std::vector<MarginNote>& notes, Place place) {
    double x = margin_;
    std::size_t row = 0;
    for (const MarginNote& note : notes) {
      double width = width_of(note.text) + 8;
      if (x > margin_ && x + width > points(page_.width) - margin_) x = margin_, ++row;
      place(note, x, row);
      x += width;
    }
    return notes.empty() ? 0 : row + 1;
  }

  std::size_t rows(const std::vector<MarginNote>& notes) {
    return flow(notes, [](const MarginNote&, double, std::size_t) {});
  }

  void margin(const std::vector<MarginNote>& notes, double top) {
    flow(notes, [&](const MarginNote& note, double x, std::size_t row) {
      words(note.text, x, top + static_cast<double>(row) * text_ * 1.3, note.color);
    });
  }

  struct Taken {
    double x, y, width, height;
    bool meets(const Taken& o) const {
      return x < o.x + o.width && o.x < x + width && y < o.y + o.height && o.y < y + height;
    }
  };

  static Taken area_of(const Mark& mark) {
    return {points(mark.box.x0), points(mark.box.y0), points(mark.box.width()), points(mark.box.height())};
  }

  cairo_t* cairo_;
  const MarkedPage& page_;
  const double scale_ = std::clamp(points(std::min(page_.width, page_.height)) / kUsualWidth, 0.5, 8.0);
  const double text_ = kText * scale_, margin_ = kMargin * scale_;
  std::vector<Taken> taken_;
};

}  // namespace

std::string CairoDrawing::png(const MarkedPage& page) {
  double scale = page.picture.gray.empty() ? kPlainDpi / 72 : page.picture.width / std::max(points(page.width), 1.0);
  int width = std::max(1, static_cast<int>(points(page.width) * scale + 0.5));
  int height = std::max(1, static_cast<int>(points(page.height) * scale + 0.5));
  Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
  check(cairo_surface_status(surface.get()));
  Context context(cairo_create(surface.get()));
  cairo_scale(context.get(), scale, scale);
  Painter(context.get(), page).paint();
  std::string out;
  check(cairo_surface_write_to_png_stream(surface.get(), append, &out));
  return out;
}

std::string CairoDrawing::pdf(const std::vector<MarkedPage>& pages) {
  std::string out;
  Surface surface(cairo_pdf_surface_create_for_stream(append, &out, 1, 1));
  check(cairo_surface_status(surface.get()));
  // The same pages give the same bytes: the time of drawing is no part of them.
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z");
  for (const MarkedPage& page : pages) {
    cairo_pdf_surface_set_size(surface.get(), points(page.width), points(page.height));
    Context context(cairo_create(surface.get()));
    Painter(context.get(), page).paint();
    cairo_show_page(context.get());
  }
  cairo_surface_finish(surface.get());
  check(cairo_surface_status(surface.get()));
  return out;
}

}  // namespace ap

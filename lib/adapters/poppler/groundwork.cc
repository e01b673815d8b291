#include "adapters/poppler/groundwork.h"

#include <iconv.h>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <array>
#include <string>
#include <string_view>

namespace ap::pdf {
namespace {

void ignore_message(const std::string&, void*) {}

// The standard 14 fonts (PDF 32000-1, 9.6.2.2) without the symbols: what PDFs name most often without bringing it.
constexpr std::array<std::string_view, 12> kFonts{
    "Helvetica",   "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique",
    "Times-Roman", "Times-Bold",     "Times-Italic",      "Times-BoldItalic",
    "Courier",     "Courier-Bold",   "Courier-Oblique",   "Courier-BoldOblique"};

// A page of one word in each font. Poppler needs no table of places to find so few objects.
std::string sample() {
  std::string fonts, text;
  for (std::size_t i = 0; i < kFonts.size(); ++i) {
    const std::string name = "/F" + std::to_string(i);
    fonts += name + "<</Type/Font/Subtype/Type1/BaseFont/" + std::string(kFonts[i]) + ">>";
    text += name + " 9 Tf(a)Tj ";
  }
  text = "BT 9 9 Td " + text + "ET";
  return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
         "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<<" +
         fonts + ">>>>>>endobj\n4 0 obj<</Length " + std::to_string(text.size()) + ">>stream\n" + text +
         "\nendstream endobj\ntrailer<</Root 1 0 R/Size 5>>\n";
}

}  // namespace

struct Groundwork::Impl {
  Impl() {
    poppler::set_debug_error_function(ignore_message, nullptr);
    document.reset(poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  }
  ~Impl() {
    if (converter != reinterpret_cast<iconv_t>(-1)) ::iconv_close(converter);
  }

  std::string bytes = sample();  // outlives the document
  std::unique_ptr<poppler::document> document;
  iconv_t converter = ::iconv_open("UTF-16", "UTF-8");  // as Poppler converts names; the C library keeps it loaded
};

Groundwork::Groundwork() : impl_(std::make_unique<Impl>()) {}

Groundwork::~Groundwork() = default;

void Groundwork::find_fonts() {
  fonts_found_ = true;
  if (!impl_->document) return;
  const std::unique_ptr<poppler::page> page(impl_->document->create_page(0));
  if (page) page->text_list(poppler::page::text_list_include_font);
}

}  // namespace ap::pdf

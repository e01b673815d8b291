// PDFs for tests, made in memory: a page per text, lines from the top, Helvetica 12 unless said otherwise.
#pragma once

#include <string>
#include <vector>

#include "core/digest.h"

namespace ap::testing {

struct TinyPdf {
  std::vector<std::string> pages{"Invoice RE-17"};  // lines end with '\n'; what must be escaped in PDF strings is not
  std::string media_box = "[0 0 595 842]";
  int rotate = 0;
  std::string resources;      // beside the font
  std::string page_extra;     // further entries of each page's dictionary
  std::string catalog_extra;  // further entries of the catalog
  std::string font = "Helvetica";
  std::string encoding = "/WinAnsiEncoding";
  std::vector<std::string> objects;  // further objects, numbered on from 100
};

inline std::string build(const TinyPdf& pdf) {
  std::string out = "%PDF-1.7\n";
  std::vector<std::pair<int, std::size_t>> places;
  auto add = [&](int number, const std::string& body) {
    places.emplace_back(number, out.size());
    out += std::to_string(number) + " 0 obj\n" + body + "\nendobj\n";
  };
  auto stream = [](const std::string& data) {
    return "<< /Length " + std::to_string(data.size()) + " >>\nstream\n" + data + "\nendstream";
  };
  std::string kids;
  for (std::size_t i = 0; i < pdf.pages.size(); ++i) kids += std::to_string(10 + 2 * i) + " 0 R ";
  add(1, "<< /Type /Catalog /Pages 2 0 R " + pdf.catalog_extra + " >>");
  add(2, "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pdf.pages.size()) + " >>");
  add(3, "<< /Type /Font /Subtype /Type1 /BaseFont /" + pdf.font + " /Encoding " + pdf.encoding + " >>");
  for (std::size_t i = 0; i < pdf.pages.size(); ++i) {
    std::string content = "BT /F1 12 Tf 14 TL 72 770 Td\n";
    for (std::size_t at = 0; at < pdf.pages[i].size();) {
      std::size_t end = std::min(pdf.pages[i].find('\n', at), pdf.pages[i].size());
      content += "(" + pdf.pages[i].substr(at, end - at) + ") Tj T*\n";
      at = end + 1;
    }
    int number = static_cast<int>(10 + 2 * i);
    add(number, "<< /Type /Page /Parent 2 0 R /MediaBox " + pdf.media_box + " /Rotate " + std::to_string(pdf.rotate) +
                    " /Resources << /Font << /F1 3 0 R >> " + pdf.resources + " >> /Contents " +
                    std::to_string(number + 1) + " 0 R " + pdf.page_extra + " >>");
    add(number + 1, stream(content + "ET\n"));
  }
  for (std::size_t i = 0; i < pdf.objects.size(); ++i) add(static_cast<int>(100 + i), pdf.objects[i]);
  std::size_t table = out.size();
  out += "xref\n0 1\n0000000000 65535 f \n";
  for (auto [number, place] : places) {
    std::string offset = std::to_string(place);
    out += std::to_string(number) + " 1\n" + std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
  }
  return out + "trailer\n<< /Size 1000 /Root 1 0 R >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
}

}  // namespace ap::testing

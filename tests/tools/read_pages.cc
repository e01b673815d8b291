// For developers: what the reader yields of a file, as text. Usage: read-pages [--probe] [--boxes|--words|--none] FILE...
//
// Goes the whole way through the sandboxed worker. Words are put into lines by their height on the page alone, which
// is enough to look at; the real line finding is in lib/layout.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>

#include "adapters/sandbox/sandbox_reader.h"

namespace {

void print_word(const ap::layout::Word& word) {
  std::cout << word.box.x0 << '\t' << word.box.y0 << '\t' << word.box.x1 << '\t' << word.box.y1 << '\t'
            << word.confidence << '\t' << word.font_size << '\t' << (word.bold ? "bold" : "-") << '\t' << word.text
            << '\n';
}

void print_lines(const ap::layout::Page& page, bool boxes) {
  std::vector<const ap::layout::Word*> words;
  for (const auto& word : page.words) words.push_back(&word);
  std::ranges::stable_sort(words, {}, [](auto* word) { return word->box.center_y(); });
  for (std::size_t start = 0; start < words.size();) {
    std::size_t end = start + 1;
    while (end < words.size() && words[end]->box.center_y() < words[start]->box.y1) ++end;
    std::sort(words.begin() + start, words.begin() + end, [](auto* a, auto* b) { return a->box.x0 < b->box.x0; });
    if (boxes) std::cout << words[start]->box.x0 / 100 << ',' << words[start]->box.y0 / 100 << '\t';
    for (std::size_t i = start; i < end; ++i) {
      bool gap = i > start && words[i]->box.x0 - words[i - 1]->box.x1 > words[i]->box.height();
      std::cout << (i == start ? "" : gap ? "   " : " ") << words[i]->text;
    }
    std::cout << '\n';
    start = end;
  }
}

void print(const ap::PageReading& reading, std::string_view mode) {
  constexpr const char* kSources[] = {"text", "ocr", "mixed", "blank"};
  for (const auto& page : reading.pages) {
    std::cout << "== page " << page.number << ' ' << page.width / 100 << 'x' << page.height / 100 << " pt, "
              << kSources[static_cast<int>(page.source)] << ", language '" << page.language << "', turned "
              << page.rotation << ", " << page.words.size() << " words\n";
    if (mode == "--words") std::ranges::for_each(page.words, print_word);
    if (mode == "--boxes" || mode.empty()) print_lines(page, mode == "--boxes");
    for (const auto& code : page.codes) std::cout << "== code " << code.format << ": " << code.text << '\n';
  }
  for (const auto& file : reading.attachments) {
    std::cout << "== attachment '" << file.name << "' " << file.media_type << ' ' << file.relationship << ' '
              << file.bytes.size() << " bytes\n";
  }
  if (!reading.xmp.empty()) std::cout << "== xmp " << reading.xmp.size() << " bytes\n";
}

}  // namespace

int main(int count, char** arguments) {
  auto reader = ap::open_sandbox_reader({});
  std::string mode;
  int failures = 0;
  for (int i = 1; i < count; ++i) {
    std::string_view argument = arguments[i];
    if (argument == "--probe") {
      auto probe = reader->probe();
      std::cout << (probe ? ap::describe_probe(*probe).text : probe.error().message + "\n");
      continue;
    }
    if (argument.starts_with("--")) {
      mode = argument;
      continue;
    }
    std::ifstream file{std::string(argument), std::ios::binary};
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    auto reading = reader->read_pages(ap::as_bytes(bytes), {});
    if (reading) {
      print(*reading, mode);
    } else {
      std::cout << "== " << argument << ": " << reading.error().code() << ": " << reading.error().message << '\n';
      ++failures;
    }
  }
  return failures > 0;
}

// For developers: what the reader yields of a file, as text.
//
//   read-pages [--probe] [--boxes|--words|--none|--text] FILE...   (--text: none, and pictures in text stay unread)
//   read-pages --dump FOLDER FILE...      writes FOLDER/<name>.pages for extract-pages; keeps those that are there
//   read-pages [--boxes|--words] FOLDER/*.pages   prints them
//
// Goes the whole way through the sandboxed worker. Words are put into lines by their height on the page alone, which
// is enough to look at; the real line finding is in lib/layout.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "adapters/sandbox/page_file.h"
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
    if (mode == "--words") {
      std::ranges::for_each(page.words, print_word);
      if (!page.others.empty()) std::cout << "-- what other looks saw in their place\n";
      std::ranges::for_each(page.others, print_word);
    }
    if (mode == "--boxes" || mode.empty()) print_lines(page, mode == "--boxes");
    for (const auto& code : page.codes) std::cout << "== code " << code.format << ": " << code.text << '\n';
  }
  for (const auto& file : reading.attachments) {
    std::cout << "== attachment '" << file.name << "' " << file.media_type << ' ' << file.relationship << ' '
              << file.bytes.size() << " bytes\n";
  }
  if (!reading.xmp.empty()) std::cout << "== xmp " << reading.xmp.size() << " bytes\n";
}

void print(const ap::MailReading& mail) {
  std::cout << "== mail from '" << mail.info.from << "' subject '" << mail.info.subject << "' id '"
            << mail.info.message_id << "'\n";
  for (const auto& part : mail.parts) {
    std::cout << "part " << part.locator << " '" << part.name << "' " << part.media_type << ' ' << part.bytes.size()
              << " bytes\n";
  }
  for (const auto& part : mail.dropped) {
    std::cout << "dropped '" << part.name << "' " << part.media_type << ' ' << part.bytes << " bytes: " << part.reason
              << '\n';
  }
}

std::string contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool dump_one(ap::Reader& reader, const std::string& path, const std::filesystem::path& folder) {
  const std::filesystem::path target = folder / (std::filesystem::path(path).filename().string() + ".pages");
  ap::PageReading there;
  if (ap::decode_page_file(contents(target), there)) return true;
  const std::string bytes = contents(path);
  auto reading = reader.read_pages(ap::as_bytes(bytes), {});
  if (!reading) {
    std::cerr << path << ": " << reading.error().message << '\n';
    return false;
  }
  return bool(std::ofstream(target, std::ios::binary) << ap::encode_page_file(*reading));
}

bool read_one(ap::Reader& reader, ap::Bytes bytes, std::string_view mode) {
  auto say = [](const ap::ReadFailure& failure) {
    std::cout << "== " << failure.code() << ": " << failure.message << '\n';
    return false;
  };
  if (ap::as_text(bytes).starts_with("%PDF-")) {
    auto reading = reader.read_pages(bytes, {});
    if (reading && mode != "--text" && !reading->print_places.empty())
      reading = reader.read_pages(bytes, {.print_places = reading->print_places});
    if (!reading) return say(reading.error());
    print(*reading, mode);
    return true;
  }
  auto inspection = reader.inspect(bytes);
  if (!inspection) return say(inspection.error());
  if (inspection->media_type == "message/rfc822") {
    auto mail = reader.read_mail(bytes);
    if (!mail) return say(mail.error());
    print(*mail);
  } else if (inspection->media_type == "application/xml") {
    auto invoice = reader.read_einvoice(bytes, {});
    if (!invoice) return say(invoice.error());
    std::cout << "== " << invoice->syntax << ' ' << invoice->profile << ", invoice " << invoice->invoice.number << ", "
              << invoice->paths.size() << " fields, " << invoice->findings.size() << " findings\n";
  } else if (inspection->media_type == "application/mbox") {
    auto messages = reader.split_mbox(bytes);
    if (!messages) return say(messages.error());
    std::cout << "== mbox of " << messages->size() << " messages\n";
  } else {
    auto reading = reader.read_pages(bytes, {});
    if (!reading) return say(reading.error());
    print(*reading, mode);
  }
  return true;
}

}  // namespace

int main(int count, char** arguments) {
  // A busy machine is no reason to give a page up here.
  auto reader = ap::open_sandbox_reader({.limits = {.wall_seconds = 7200, .wall_seconds_per_page = 1800}});
  std::string mode, folder;
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
    if (mode == "--dump") {
      if (folder.empty()) {
        folder = argument;
        std::filesystem::create_directories(folder);
      } else {
        failures += !dump_one(*reader, std::string(argument), folder);
      }
      continue;
    }
    std::string bytes = contents(std::string(argument));
    if (ap::PageReading dumped; ap::decode_page_file(bytes, dumped)) {
      print(dumped, mode);
      continue;
    }
    failures += !read_one(*reader, ap::as_bytes(bytes), mode);
  }
  return failures > 0;
}

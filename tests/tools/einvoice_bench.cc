// CPU time per document of reading e-invoices and their rules, beside a bare pugixml parse and walk of the same bytes:
// einvoice_bench FILE... repeats the files until about 10,000 documents are done and prints microseconds and ratios.
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iterator>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "adapters/xml/einvoice_reader.h"

namespace {

double cpu_seconds() {
  timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
}

// Touches every name and value, as any use of the document would.
std::size_t walk(pugi::xml_node node) {
  std::size_t seen = 0;
  for (pugi::xml_node child : node.children()) {
    seen += std::strlen(child.name()) + std::strlen(child.value()) + walk(child);
    for (pugi::xml_attribute a : child.attributes()) seen += std::strlen(a.name()) + std::strlen(a.value());
  }
  return seen;
}

template <class Work>
double microseconds(const std::vector<std::string>& documents, Work work) {
  std::size_t rounds = std::max<std::size_t>(1, 10'000 / documents.size());
  double start = cpu_seconds();
  for (std::size_t i = 0; i < rounds; ++i)
    for (const std::string& document : documents) work(document);
  return (cpu_seconds() - start) * 1e6 / static_cast<double>(rounds * documents.size());
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> documents;
  for (int i = 1; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    documents.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  if (documents.empty()) return std::fputs("usage: einvoice_bench FILE...\n", stderr), 64;
  std::size_t sink = 0;
  double bare = microseconds(documents, [&](const std::string& d) {
    pugi::xml_document document;
    document.load_buffer(d.data(), d.size());
    sink += walk(document);
  });
  auto read = [&](ap::RuleSets rules) {
    return microseconds(documents, [&](const std::string& d) {
      auto reading = ap::xml::read_einvoice(ap::as_bytes(d), {.rules = rules, .keep = rules == ap::RuleSets::none});
      sink += reading ? reading->invoice.lines.size() + 1 : 0;
    });
  };
  double model = read(ap::RuleSets::none), rules = read(ap::RuleSets::automatic);
  std::printf("pugixml parse and walk   %8.1f us a document\n", bare);
  std::printf("read into the model      %8.1f us  %.2f x\n", model, model / bare);
  std::printf("with its own rule set    %8.1f us  %.2f x\n", rules, rules / bare);
  return sink == 0 ? 1 : 0;
}

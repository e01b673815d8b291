// Makes the content print of a text whose words come one after the other.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/content_print.h"
#include "core/digest.h"

namespace ap {

// Words in reading order; nothing of them is kept but a hash of each that holds digits. Not thread-safe; finish() may
// be called once.
class ContentPrinter {
 public:
  ContentPrinter();
  void add(std::string_view word);
  ContentPrint finish();

 private:
  Sha256 digest_;
  std::string pending_;  // letters that the digest has not seen: words are short, and it likes long pieces
  std::size_t letters_ = 0;
  std::size_t figure_count_ = 0;
  std::vector<std::uint64_t> figures_;  // most of them once
  // The last one of each of their last bits, since amounts and dates come again; at first what no such figure is.
  std::array<std::uint64_t, 128> lately_{1};
};

}  // namespace ap

// The labels of columns in eleven languages, as data. Internal to lines_words.cc.
#pragma once

#include <span>
#include <string_view>

#include "extract/lines_words.h"

namespace ap::extract::lines {

struct RolePhrases {
  Role role;
  std::string_view phrases;  // folded, parted by '|'
};

// A phrase in several rows may mean each of them; the row that stands first is the likelier.
std::span<const RolePhrases> heading_phrases();

}  // namespace ap::extract::lines

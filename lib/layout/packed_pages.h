// Pages in a compact form: a word takes little more room than its letters, a sixth of a layout::Word. Documents have
// thousands of pages now and then, and whoever looks at one page needs none of the others.
//
// The form is also that in which pages travel from the worker, so it believes nothing: add_packed() refuses whatever
// is no page. A page has no number of its own; it is that of its place. Copies share what is packed.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/page.h"

namespace ap::layout {

std::string pack(const Page& page);

// nullopt unless `bytes` are exactly one page, with boxes, confidences and the like in their ranges. Text is made valid
// UTF-8. Memory grows with the bytes, not with what they claim.
std::optional<Page> unpack(std::string_view bytes, int number);

class PackedPages {
 public:
  // Yields pages by value, constant ones: what is changed of them would be lost.
  class Iterator {
   public:
    using value_type = Page;
    using difference_type = std::ptrdiff_t;
    Iterator() = default;
    Iterator(const PackedPages* pages, std::size_t at) : pages_(pages), at_(at) {}
    const Page operator*() const { return (*pages_)[at_]; }
    Iterator& operator++() { return ++at_, *this; }
    Iterator operator++(int) { return {pages_, at_++}; }
    bool operator==(const Iterator&) const = default;

   private:
    const PackedPages* pages_ = nullptr;
    std::size_t at_ = 0;
  };

  PackedPages() = default;
  PackedPages(std::initializer_list<Page> pages);
  explicit PackedPages(const std::vector<Page>& pages);

  std::size_t size() const { return pages_.size(); }
  bool empty() const { return pages_.empty(); }
  const Page operator[](std::size_t at) const;
  const Page front() const { return (*this)[0]; }
  const Page back() const { return (*this)[size() - 1]; }
  Iterator begin() const { return {this, 0}; }
  Iterator end() const { return {this, size()}; }

  std::string_view packed(std::size_t at) const { return *pages_[at]; }
  // Pages `first` to `last` - 1: as they are looked at together, and as a document of their own, numbered from 1.
  std::vector<Page> unpacked(std::size_t first, std::size_t last) const;
  std::vector<Page> unpacked() const { return unpacked(0, size()); }
  PackedPages part(std::size_t first, std::size_t last) const;

  void push_back(const Page& page);
  void push_back(const PackedPages& from, std::size_t at) { pages_.push_back(from.pages_[at]); }
  void replace(std::size_t at, const Page& page);
  bool add_packed(std::string bytes);  // false, and nothing added, where they are no page

  bool operator==(const PackedPages& other) const;

 private:
  std::vector<std::shared_ptr<const std::string>> pages_;
};

}  // namespace ap::layout

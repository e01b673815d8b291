// The members of a JSON object in the order in which they stand, found by name in constant time.
//
// nlohmann::ordered_map compares with every name before; a record of 2,000 pages has some hundred thousand names in
// `evidence`. Small objects are searched as there; larger ones get an index.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace ap {

// For nlohmann::basic_json<OrderedObject>. Names are unique; the first of several stands. Not to be shared by threads,
// not even for reading: looking something up may make the index.
template <class Key, class T, class Less, class Allocator>
class OrderedObject : public nlohmann::ordered_map<Key, T, Less, Allocator> {
  using Base = nlohmann::ordered_map<Key, T, Less, Allocator>;

 public:
  using typename Base::const_iterator;
  using typename Base::iterator;
  using typename Base::key_type;
  using typename Base::size_type;
  using typename Base::value_type;
  using Base::Base;

  template <class Name>
  std::pair<iterator, bool> emplace(Name&& name, T&& value) {
    if (iterator known = find(name); known != this->end()) return {known, false};
    Base::Container::emplace_back(Key(std::forward<Name>(name)), std::move(value));
    if (!places_.empty()) places_.emplace(this->back().first, this->size() - 1);
    return {std::prev(this->end()), true};
  }
  std::pair<iterator, bool> insert(value_type&& value) { return emplace(value.first, std::move(value.second)); }
  std::pair<iterator, bool> insert(const value_type& value) { return emplace(value.first, T(value.second)); }
  template <class It>
  void insert(It first, It last) {
    for (; first != last; ++first) insert(*first);
  }

  template <class Name>
  T& operator[](Name&& name) {
    return emplace(std::forward<Name>(name), T{}).first->second;
  }
  template <class Name>
  const T& operator[](Name&& name) const {
    return at(name);
  }
  template <class Name>
  T& at(const Name& name) {
    if (iterator known = find(name); known != this->end()) return known->second;
    throw std::out_of_range("no such member");
  }
  template <class Name>
  const T& at(const Name& name) const {
    return const_cast<OrderedObject*>(this)->at(name);
  }

  template <class Name>
  iterator find(const Name& name) {
    return this->begin() + static_cast<std::ptrdiff_t>(place_of(name));
  }
  template <class Name>
  const_iterator find(const Name& name) const {
    return this->begin() + static_cast<std::ptrdiff_t>(const_cast<OrderedObject*>(this)->place_of(name));
  }
  template <class Name>
  size_type count(const Name& name) const {
    return find(name) == this->end() ? 0 : 1;
  }

  template <class Where>
  auto erase(const Where& where) {
    places_.clear();
    return Base::erase(where);
  }
  iterator erase(iterator first, iterator last) {
    places_.clear();
    return Base::erase(first, last);
  }

 private:
  static constexpr size_type kFew = 32;

  // size() when there is none.
  size_type place_of(std::string_view name) {
    if (this->size() <= kFew) {
      size_type place = 0;
      while (place < this->size() && Base::Container::operator[](place).first != name) ++place;
      return place;
    }
    if (places_.empty()) {
      for (size_type i = 0; i < this->size(); ++i) places_.emplace(Base::Container::operator[](i).first, i);
    }
    auto found = places_.find(std::string(name));
    return found == places_.end() ? this->size() : found->second;
  }

  std::unordered_map<std::string, size_type> places_;  // empty while there are few members, or after one was taken out
};

}  // namespace ap

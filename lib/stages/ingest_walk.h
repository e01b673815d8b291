// Finds what is to be taken in: files named, and files in folders, depth first, names in byte order.
//
// In folders, names of files that are not finished are passed over (.part .filepart .tmp .crdownload, a closing "~",
// a leading dot), links to folders are not followed, and a Maildir (a folder with cur, new and tmp) gives the mails in
// cur and new. What a user names is never passed over. Reads folders lazily; not thread-safe.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ports/files.h"

namespace ap::ingest {

// Why something is not taken: a reason code of set intake, and a message that names it and the remedy.
struct IntakeRefusal {
  std::string code, message;
};

struct Candidate {
  enum class Kind { file, standard_input, settling, refused };
  Kind kind = Kind::file;
  std::string path;     // as the user would write it
  std::string locator;  // absolute; of a mail in a Maildir without its folder and flags, which change
  bool named = false;   // an argument, not found in a folder
  FileInfo info;
  IntakeRefusal refusal;
};

struct WalkOptions {
  int depth = 32;              // folders below the one named
  std::int64_t settle_ns = 0;  // files changed more recently than this wait, unless named
  std::int64_t now_ns = 0;
};

class Walk {
 public:
  // `notice` is told, once each, what is passed over and why. `files` must outlive this.
  Walk(Files& files, std::vector<std::string> inputs, const WalkOptions& options,
       std::function<void(std::string_view)> notice);

  std::optional<Candidate> next();
  std::int64_t passed_over() const { return passed_over_; }

 private:
  struct Folder {
    std::string path;
    std::vector<std::string> names;
    std::size_t at = 0;
    int depth = 0;
    std::string maildir;  // the Maildir whose cur or new this is; "" otherwise
  };

  std::optional<Candidate> take(const std::string& path, const std::string& name, const Folder* in);
  std::optional<Candidate> enter(const std::string& path, int depth, std::string maildir, bool named);
  void pass_over(std::string_view path, std::string_view reason);

  Files& files_;
  std::vector<std::string> inputs_;
  WalkOptions options_;
  std::function<void(std::string_view)> notice_;
  std::size_t next_input_ = 0;
  std::vector<Folder> open_;  // from the one named to the one being read
  std::int64_t passed_over_ = 0;
};

// A candidate that is refused before it is read.
IntakeRefusal refusal_of(const FileFailure& failure);

}  // namespace ap::ingest

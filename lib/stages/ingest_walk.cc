#include "stages/ingest_walk.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace ap::ingest {
namespace {

constexpr std::array<std::string_view, 5> kUnfinished{".part", ".filepart", ".tmp", ".crdownload", "~"};

bool is_unfinished(std::string_view name) {
  return name.starts_with('.') ||
         std::any_of(kUnfinished.begin(), kUnfinished.end(), [&](auto end) { return name.ends_with(end); });
}

bool is_maildir(const std::vector<std::string>& names) {
  auto has = [&](std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); };
  return has("cur") && has("new") && has("tmp");
}

std::string join(const std::string& folder, const std::string& name) {
  return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

Candidate refused(const std::string& path, bool named, IntakeRefusal refusal) {
  return {.kind = Candidate::Kind::refused, .path = path, .named = named, .refusal = std::move(refusal)};
}

}  // namespace

IntakeRefusal refusal_of(const FileFailure& failure) {
  switch (failure.kind) {
    case FileFailureKind::missing:
      return {"UNREADABLE", failure.message + "; check the path"};
    case FileFailureKind::denied:
      return {"UNREADABLE", failure.message + "; let the user of this program read it"};
    case FileFailureKind::too_large:
      return {"RESOURCE_LIMIT", failure.message + " (limits.document_bytes); raise the limit if it is an invoice"};
    case FileFailureKind::io:
      break;
  }
  return {"UNREADABLE", failure.message + "; check the disk or connection, then run again"};
}

Walk::Walk(Files& files, std::vector<std::string> inputs, const WalkOptions& options,
           std::function<void(std::string_view)> notice)
    : files_(files), inputs_(std::move(inputs)), options_(options), notice_(std::move(notice)) {}

void Walk::pass_over(std::string_view path, std::string_view reason) {
  ++passed_over_;
  if (notice_) notice_(fmt::format("passed over {}: {}", path, reason));
}

std::optional<Candidate> Walk::enter(const std::string& path, int depth, std::string maildir, bool named) {
  if (depth > options_.depth)
    return refused(
        path, named,
        {"RESOURCE_LIMIT", fmt::format("{}: more than {} folders deep; name it as an argument", path, options_.depth)});
  auto names = files_.list(path);
  if (!names) return refused(path, named, refusal_of(names.error()));
  if (maildir.empty() && is_maildir(*names)) {
    maildir = path;
    *names = {"cur", "new"};
  }
  open_.push_back({path, std::move(*names), 0, depth, std::move(maildir)});
  return std::nullopt;
}

// A candidate, or nullopt where there is none: a folder entered, or a name passed over.
std::optional<Candidate> Walk::take(const std::string& path, const std::string& name, const Folder* in) {
  bool named = in == nullptr;
  if (!named && is_unfinished(name)) return pass_over(path, "the name of a file that is not finished"), std::nullopt;
  auto info = files_.info(path);
  if (!info) return refused(path, named, refusal_of(info.error()));
  if (info->kind == FileKind::folder) {
    if (!named && info->linked) return pass_over(path, "a link to a folder; name it as an argument"), std::nullopt;
    return enter(path, in ? in->depth + 1 : 0, in ? in->maildir : "", named);
  }
  if (info->kind == FileKind::other) {
    if (!named) return pass_over(path, "no regular file"), std::nullopt;
    return refused(path, named, {"UNREADABLE", path + ": is no regular file; give its bytes on standard input (-)"});
  }
  Candidate candidate{.path = path, .named = named, .info = *info};
  bool in_maildir = in && !in->maildir.empty();
  candidate.locator =
      in_maildir ? files_.absolute(join(in->maildir, name.substr(0, name.find(':')))) : files_.absolute(path);
  auto age = options_.now_ns - info->modified_ns;
  // A time in the far future is a wrong clock, not a file being written.
  if (!named && age < options_.settle_ns && -age <= options_.settle_ns) candidate.kind = Candidate::Kind::settling;
  return candidate;
}

std::optional<Candidate> Walk::next() {
  for (;;) {
    std::optional<Candidate> found;
    if (open_.empty()) {
      if (next_input_ == inputs_.size()) return std::nullopt;
      const auto& input = inputs_[next_input_++];
      if (input == "-") return Candidate{.kind = Candidate::Kind::standard_input, .path = "-", .named = true};
      found = take(input, input.substr(input.rfind('/') + 1), nullptr);
    } else if (auto& folder = open_.back(); folder.at == folder.names.size()) {
      open_.pop_back();
    } else {
      auto name = folder.names[folder.at++];
      // take() may open another folder, so it gets a copy of what it needs of this one.
      Folder in{folder.path, {}, 0, folder.depth, folder.maildir};
      found = take(join(folder.path, name), name, &in);
    }
    if (found) return found;
  }
}

}  // namespace ap::ingest

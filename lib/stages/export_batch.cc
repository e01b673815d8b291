#include "stages/export_batch.h"

#include <fmt/format.h>

#include <map>
#include <optional>

#include "core/digest.h"
#include "core/error.h"
#include "export/format.h"

namespace ap::exporting {
namespace {

struct Totals {
  Decimal net, tax, gross, payable;

  void add(const ap::Totals& totals) {
    if (totals.net) net += *totals.net;
    if (totals.tax) tax += *totals.tax;
    if (totals.gross) gross += *totals.gross;
    if (totals.payable) payable += *totals.payable;
  }
};

// An output file that is hashed while it is written.
class HashedFile {
 public:
  explicit HashedFile(std::unique_ptr<OutputFile> file) : file_(std::move(file)) {}
  void write(std::string_view text) {
    file_->write(text);
    hash_.update(as_bytes(text));
    bytes_ += text.size();
  }
  std::string entry(std::string_view name) {
    return fmt::format(R"({{"name":{},"bytes":{},"sha256":"{}"}})", json_string(name), bytes_, hash_.finish());
  }
  std::unique_ptr<OutputFile> take() { return std::move(file_); }

 private:
  std::unique_ptr<OutputFile> file_;
  Sha256 hash_;
  std::uint64_t bytes_ = 0;
};

std::string list_of(const std::vector<std::string>& texts) {
  std::string list;
  for (const auto& text : texts) list += (list.empty() ? "" : ",") + json_string(text);
  return "[" + list + "]";
}

std::string totals_object(const std::map<std::string, Totals>& totals) {
  std::string object;
  for (const auto& [currency, sum] : totals)
    object += fmt::format(R"({}{}:{{"net":"{}","tax":"{}","gross":"{}","payable":"{}"}})", object.empty() ? "" : ",",
                          json_string(currency), sum.net.str(), sum.tax.str(), sum.gross.str(), sum.payable.str());
  return "{" + object + "}";
}

std::string names_of_formats() {
  std::string names;
  for (const Format& format : formats()) names += (names.empty() ? "" : ", ") + std::string(format.name);
  return names;
}

// The file or files of one format within a batch.
class FormatFiles {
 public:
  FormatFiles(Files& files, const std::string& folder, const std::string& batch, const Format& format)
      : files_(files), folder_(folder), batch_(batch), format_(format) {
    if (!format.own_file) open(fmt::format("{}{}", batch_, format.suffix)).write(format.head(batch_));
  }

  void add(const Record& record) {
    ++count_;
    if (format_.own_file) open(fmt::format("{}-{}{}", batch_, count_, format_.suffix));
    current_->write(format_.document(record, count_ == 1));
    if (format_.own_file) close();
  }

  // Writes the end; entries for the manifest go to `entries`, the files to `done`.
  void finish(std::string& entries, std::vector<std::unique_ptr<OutputFile>>& done) {
    if (!format_.own_file) {
      current_->write(format_.tail());
      close();
    }
    for (const std::string& entry : entries_) entries += (entries.empty() ? "" : ",") + entry;
    for (auto& file : closed_) done.push_back(std::move(file));
  }

 private:
  HashedFile& open(std::string name) {
    name_ = std::move(name);
    return current_.emplace(files_.create(fmt::format("{}/{}", folder_, name_)));
  }
  void close() {
    entries_.push_back(current_->entry(name_));
    closed_.push_back(current_->take());
    current_.reset();
  }

  Files& files_;
  std::string folder_, batch_, name_;
  const Format& format_;
  std::optional<HashedFile> current_;
  std::vector<std::unique_ptr<OutputFile>> closed_;
  std::vector<std::string> entries_;
  std::size_t count_ = 0;
};

}  // namespace

BatchFiles::BatchFiles(Files& files, std::string folder, const BatchFacts& facts, const EachRecord& each)
    : folder_(std::move(folder)) {
  auto formats = formats_from(facts.format);
  if (formats.empty())
    throw Error(ErrorKind::usage, fmt::format("'{}' is no export format", facts.format),
                "give --format " + names_of_formats() + ", or several with commas between them");
  files.make_folder(folder_);
  std::vector<FormatFiles> open;
  for (const auto* format : formats) open.emplace_back(files, folder_, facts.id, *format);
  std::vector<std::string> documents;
  std::map<std::string, Totals> totals;
  each([&](const Record& record) {
    for (FormatFiles& format : open) format.add(record);
    documents.push_back(record.id);
    // XXX: ISO 4217, no currency.
    if (record.invoice)
      totals[record.invoice->currency.empty() ? "XXX" : record.invoice->currency].add(record.invoice->totals);
  });
  std::string entries;
  for (FormatFiles& format : open) format.finish(entries, files_);
  manifest_ = fmt::format(
      R"({{"schema":"ap.batch/1","batch":{},"format":{},"created_at":{},"once":"{}","files":[{}],"count":{},)"
      R"("documents":{},"totals":{},"voids":{}}})"
      "\n",
      json_string(facts.id), json_string(facts.format), json_string(facts.created_at), facts.once, entries,
      documents.size(), list_of(documents), totals_object(totals), list_of(facts.voids));
  files_.push_back(files.create(fmt::format("{}/{}.manifest.json", folder_, facts.id)));
  files_.back()->write(manifest_);
}

void BatchFiles::commit() {
  for (auto& file : files_) file->commit();
}

}  // namespace ap::exporting

#include "stages/export_batch.h"

#include <fmt/format.h>

#include <map>

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

}  // namespace

BatchFiles::BatchFiles(Files& files, std::string folder, const BatchFacts& facts, const EachRecord& each)
    : folder_(std::move(folder)) {
  auto formats = formats_from(facts.format);
  if (formats.empty())
    throw Error(ErrorKind::usage, fmt::format("'{}' is no export format", facts.format),
                "give --format csv, csv-lines or json, or several with commas between them");
  files.make_folder(folder_);
  std::vector<HashedFile> open;
  for (const auto* format : formats)
    open.emplace_back(files.create(fmt::format("{}/{}{}", folder_, facts.id, format->suffix)))
        .write(format->head(facts.id));
  std::vector<std::string> documents;
  std::map<std::string, Totals> totals;
  each([&](const Record& record) {
    for (std::size_t i = 0; i < open.size(); ++i) open[i].write(formats[i]->document(record, documents.empty()));
    documents.push_back(record.id);
    // XXX: ISO 4217, no currency.
    if (record.invoice)
      totals[record.invoice->currency.empty() ? "XXX" : record.invoice->currency].add(record.invoice->totals);
  });
  std::string entries;
  for (std::size_t i = 0; i < open.size(); ++i) {
    open[i].write(formats[i]->tail());
    entries += (i == 0 ? "" : ",") + open[i].entry(fmt::format("{}{}", facts.id, formats[i]->suffix));
    files_.push_back(open[i].take());
  }
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

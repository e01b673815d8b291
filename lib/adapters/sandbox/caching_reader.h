// A Reader that remembers pages read by OCR: the same bytes, read by the same engine with the same models and the same
// settings, give the same pages without being read again.
//
// Only readings in which OCR took part are kept; reading a text layer takes no longer than looking here. All pages of
// a document are kept together, in their order, because they are read in one go.
#pragma once

#include <memory>

#include "adapters/sandbox/page_cache.h"
#include "adapters/sandbox/sandbox_reader.h"

namespace ap {

// Thread-safe. Everything but read_pages goes straight to the reader behind, which must outlive this one.
class CachingReader : public Reader {
 public:
  CachingReader(SandboxReader& reader, PageCache::Options options) : reader_(reader), cache_(std::move(options)) {}

  std::expected<PageReading, ReadFailure> read_pages(Bytes bytes, const PageOptions& options) override;

  std::expected<Inspection, ReadFailure> inspect(Bytes bytes) override { return reader_.inspect(bytes); }
  std::expected<MailReading, ReadFailure> read_mail(Bytes bytes) override { return reader_.read_mail(bytes); }
  std::expected<std::vector<std::string>, ReadFailure> split_mbox(Bytes bytes) override {
    return reader_.split_mbox(bytes);
  }
  std::expected<EInvoiceReading, ReadFailure> read_einvoice(Bytes bytes, const EInvoiceOptions& options) override {
    return reader_.read_einvoice(bytes, options);
  }
  std::unique_ptr<BegunReading> begin_einvoice(Bytes bytes, const EInvoiceOptions& options) override {
    return reader_.begin_einvoice(bytes, options);
  }
  std::expected<EInvoiceReading, ReadFailure> finish_einvoice(std::unique_ptr<BegunReading> begun, Bytes bytes,
                                                              const EInvoiceOptions& options) override {
    return reader_.finish_einvoice(std::move(begun), bytes, options);
  }
  std::expected<std::string, ReadFailure> render_png(Bytes bytes, int page, int dpi) override {
    return reader_.render_png(bytes, page, dpi);
  }

 private:
  SandboxReader& reader_;
  PageCache cache_;
};

}  // namespace ap

#include "adapters/poppler/pdf_document.h"

#include <poppler-document.h>
#include <poppler-embedded-file.h>
#include <poppler-global.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>
#include <poppler-version.h>

#include <algorithm>
#include <climits>

#include "adapters/poppler/page_words.h"
#include "adapters/poppler/relationship.h"

namespace ap::pdf {
namespace {

std::unexpected<ReadFailure> failure(ReadFailureKind kind, std::string message) {
  return std::unexpected(ReadFailure{kind, std::move(message)});
}

constexpr int kCoarsestDpi = 18;

void ignore_message(const std::string&, void*) {}

std::unique_ptr<poppler::document> load(Bytes bytes, const std::string& password) {
  const char* data = reinterpret_cast<const char*>(bytes.data());
  return std::unique_ptr<poppler::document>(
      poppler::document::load_from_raw_data(data, static_cast<int>(bytes.size()), password, password));
}

// Poppler quietly draws a picture of one pixel where it runs out of room, so sizes are looked at before.
int fitting_dpi(const PageSize& size, int dpi, std::int64_t most_pixels) {
  auto pixels = [&](int resolution) {
    return static_cast<std::int64_t>(size.width / 72 * resolution + 1) *
           static_cast<std::int64_t>(size.height / 72 * resolution + 1);
  };
  while (dpi >= kCoarsestDpi && pixels(dpi) > most_pixels) dpi = dpi * 3 / 4;
  return dpi;
}

Picture to_picture(const poppler::image& image, int dpi) {
  Picture picture;
  if (!image.is_valid()) return picture;
  picture.width = image.width();
  picture.height = image.height();
  picture.dpi = dpi;
  picture.gray.reserve(static_cast<std::size_t>(picture.width) * picture.height);
  for (int y = 0; y < picture.height; ++y) {
    const char* row = image.const_data() + static_cast<std::ptrdiff_t>(y) * image.bytes_per_row();
    picture.gray.insert(picture.gray.end(), row, row + picture.width);
  }
  return picture;
}

}  // namespace

struct Document::Impl {
  std::unique_ptr<poppler::document> document;
  std::string_view bytes;
  ReadLimits limits;
  bool encrypted = false;
};

Document::Document(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Document::~Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;

std::expected<Document, ReadFailure> Document::open(Bytes bytes, const std::vector<std::string>& passwords,
                                                    const ReadLimits& limits) {
  poppler::set_debug_error_function(ignore_message, nullptr);
  if (bytes.size() > INT_MAX) return failure(ReadFailureKind::resource_limit, "the PDF is larger than 2 GiB");
  auto impl = std::make_unique<Impl>();
  impl->bytes = as_text(bytes);
  impl->limits = limits;
  impl->document = load(bytes, "");
  // Asking a locked document for anything but is_locked() ends the process, so a new one is opened per password.
  bool locked = impl->document && impl->document->is_locked();
  for (std::size_t i = 0; locked && i < passwords.size(); ++i) {
    impl->document = load(bytes, passwords[i]);
    locked = !impl->document || impl->document->is_locked();
  }
  if (locked) {
    return failure(ReadFailureKind::encrypted,
                   "the PDF is encrypted and none of " + std::to_string(passwords.size()) +
                       " configured passwords opens it; add its password to the configuration");
  }
  if (!impl->document) {
    return failure(ReadFailureKind::unreadable,
                   "the PDF is damaged: no pages can be found in it; ask the sender for it again");
  }
  impl->encrypted = impl->document->is_encrypted();
  int pages = impl->document->pages();
  if (pages < 1) return failure(ReadFailureKind::unreadable, "the PDF has no pages; ask the sender for it again");
  if (pages > limits.pages) {
    return failure(ReadFailureKind::resource_limit, "the PDF has " + std::to_string(pages) +
                                                        " pages, more than pages = " + std::to_string(limits.pages) +
                                                        " allows; split it or raise the limit");
  }
  return Document(std::move(impl));
}

int Document::pages() const { return impl_->document->pages(); }
bool Document::encrypted() const { return impl_->encrypted; }

std::expected<layout::Page, ReadFailure> Document::page(int number) const {
  std::unique_ptr<poppler::page> page(impl_->document->create_page(number - 1));
  if (!page) return layout::Page{.number = number, .source = layout::PageSource::blank};
  return read_words(*page, number, impl_->limits);
}

std::expected<Picture, ReadFailure> Document::render(int number, int dpi, int rotation,
                                                     std::int64_t most_pixels) const {
  std::unique_ptr<poppler::page> page(impl_->document->create_page(number - 1));
  if (!page) return Picture{};
  most_pixels = std::min(most_pixels, impl_->limits.page_pixels);
  dpi = fitting_dpi(upright_size(*page), dpi, most_pixels);
  if (dpi < kCoarsestDpi) {
    return failure(ReadFailureKind::resource_limit,
                   "page " + std::to_string(number) +
                       " would have more pixels than page_pixels = " + std::to_string(impl_->limits.page_pixels) +
                       " allows even at " + std::to_string(kCoarsestDpi) + " dots an inch; print it to a smaller page");
  }
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  renderer.set_render_hint(poppler::page_renderer::antialiasing);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
  auto turn = static_cast<poppler::rotation_enum>(rotation / 90);
  return to_picture(renderer.render_page(page.get(), dpi, dpi, -1, -1, -1, -1, turn), dpi);
}

std::expected<std::vector<Attachment>, ReadFailure> Document::attachments() const {
  std::vector<Attachment> out;
  if (!impl_->document->has_embedded_files()) return out;
  for (poppler::embedded_file* file : impl_->document->embedded_files()) {
    if (!file->is_valid()) continue;
    if (static_cast<int>(out.size()) >= impl_->limits.attachments) {
      return failure(ReadFailureKind::resource_limit, "the PDF has more embedded files than attachments = " +
                                                          std::to_string(impl_->limits.attachments) + " allows");
    }
    poppler::byte_array data = file->data();
    if (data.size() > impl_->limits.attachment_bytes) {
      return failure(ReadFailureKind::resource_limit, "an embedded file has more bytes than attachment_bytes = " +
                                                          std::to_string(impl_->limits.attachment_bytes) + " allows");
    }
    out.push_back({file->name(), file->mime_type(), relationship_of(file->name(), impl_->bytes),
                   utf8(file->description()), std::string(data.begin(), data.end())});
  }
  return out;
}

std::string Document::xmp() const { return utf8(impl_->document->metadata()); }

std::string poppler_version() { return "poppler " + poppler::version_string(); }

}  // namespace ap::pdf

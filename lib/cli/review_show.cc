// One document, and the piece of its page where a value was read.
#include <fmt/format.h>

#include "cli/review_command.h"
#include "cli/review_settings.h"
#include "cli/stage_settings.h"
#include "cli/terminal.h"
#include "core/error.h"
#include "record/codec.h"
#include "stages/crop.h"
#include "stages/document_bytes.h"

namespace ap::cli {
namespace {

void crop(Context& context, const Record& record, const ReviewArguments& args, Drawing& drawing) {
  bool terminal = args.output.empty();
  if (terminal && !context.output().is_terminal())
    throw Error(ErrorKind::usage, "--crop has nowhere to go: standard output is no terminal",
                "name a file: ap-review show ID --crop FIELD out.png");
  if (!terminal && !args.output.ends_with(".png"))
    throw Error(ErrorKind::usage, fmt::format("'{}' does not end in .png", args.output), "the crop is a PNG");
  MarkedPage page = read_crop(context, record, args.crop);
  if (!terminal) {
    auto file = context.files().create(args.output);
    file->write(drawing.png(page));
    file->commit();
    return;
  }
  std::string picture = terminal_picture(page, args.picture, drawing);
  if (picture.empty())
    throw Error(ErrorKind::usage, "this terminal does not say that it shows pictures",
                "name a file after the field, or say --picture kitty or --picture sixel");
  context.output().write(picture);
}

}  // namespace

MarkedPage read_crop(Context& context, const Record& record, const std::string& field) {
  auto cannot = [&](const std::string& why) {
    return Error(ErrorKind::bad_input, fmt::format("{} of {} cannot be shown: {}", field, record.id.substr(0, 12), why),
                 "see ap-review show for the fields and where they stand");
  };
  auto reading = extract_settings(context.settings());
  auto bytes = document_bytes(record, context.blobs(StoreUse::existing), &context.files(), reading.document_bytes);
  if (!bytes) throw cannot(bytes.error());
  // Before the costly reading: whether there is a place at all.
  if (auto found = record.evidence.find(field); found == record.evidence.end() || found->second.page == 0)
    throw cannot(crop_field(record, field, {}).error());
  auto pages = context.caching_reader().read_pages(
      as_bytes(*bytes),
      {.ocr = reading.ocr, .attachments = false, .languages = reading.languages, .picture_dpi = kCropDpi});
  if (!pages) throw cannot(pages.error().message);
  auto page = crop_field(record, field, *pages);
  if (!page) throw cannot(page.error());
  return std::move(*page);
}

std::string terminal_picture(const MarkedPage& page, const std::string& protocol, Drawing& drawing) {
  PictureProtocol how = protocol == "kitty"   ? PictureProtocol::kitty
                        : protocol == "sixel" ? PictureProtocol::sixel
                                              : picture_protocol();
  if (how == PictureProtocol::kitty) return kitty_picture(drawing.png(page));
  return how == PictureProtocol::sixel ? sixel_picture(page.picture) : "";
}

int run_show(Context& context, Review& review, const ReviewArguments& args, Drawing& drawing) {
  auto record = review.find(args.id);
  if (!record) fail(record.error());
  if (!args.crop.empty()) {
    crop(context, *record, args, drawing);
    return 0;
  }
  if (!args.output.empty())
    throw Error(ErrorKind::usage,
                fmt::format("'{}' is a file to write a picture to, but no field is named", args.output),
                "say --crop FIELD");
  auto due = due_rules(context.settings());
  auto whose = review.assignments();
  if (args.json)
    context.output().line(to_json_line(*record));
  else
    context.output().write(review_page(*record, review.history(record->id), {context.clock().now_ms(), due, whose}));
  return 0;
}

}  // namespace ap::cli

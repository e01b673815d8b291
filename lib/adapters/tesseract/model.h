// Loading a model of Tesseract, without what recognition by lines never asks for.
#pragma once

#include <tesseract/baseapi.h>

#include <memory>
#include <string>

namespace ap::ocr {

// `folder`: of the models; `language`: as Tesseract names it, or "osd", the detector of orientation. Throws
// std::runtime_error when there is no such model.
std::unique_ptr<tesseract::TessBaseAPI> load_model(const std::string& folder, const std::string& language);

}  // namespace ap::ocr

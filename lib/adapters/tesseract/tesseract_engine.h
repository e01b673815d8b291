// OCR with Tesseract. Hostile bytes: only the worker program links this.
//
// Expects OMP_THREAD_LIMIT=1 in the environment from before the program started; otherwise a page takes five times
// the CPU time. Models come from the system's tessdata folder or TESSDATA_PREFIX.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "adapters/tesseract/pix.h"
#include "adapters/tesseract/second_look.h"
#include "adapters/tesseract/straighten.h"
#include "ports/ocr_engine.h"

namespace tesseract {
class TessBaseAPI;
}

namespace ap::ocr {

// CPU time of one recognize(), in microseconds.
struct Effort {
  std::int64_t preparation = 0;
  std::int64_t trials = 0;       // readings that told the language or the orientation and were then given up
  std::int64_t recognition = 0;  // the reading that was kept
  std::int64_t looks = 0;        // at doubtful words and figures
};

class TesseractEngine : public OcrEngine {
 public:
  TesseractEngine();
  ~TesseractEngine() override;

  std::string name() const override;
  std::vector<std::string> languages() const override;
  void prepare(const std::string& language) override;
  void prepare_usual();  // the model that is tried first where nothing is known of the language
  // The language is chosen by what a first reading shows, the orientation by the shapes of the letters or, where
  // little could be read, by Tesseract's own detector. Throws std::runtime_error when there is no model.
  OcrResult recognize(const Picture& picture, const OcrOptions& options) override;

  // Text that changes whenever the words read off the same picture may: versions of the libraries, the models
  // installed, and kPreparation.
  std::string fingerprint() const;

  const Effort& effort() const { return effort_; }  // of the last recognize()

  // The folder of the models, which a confined process must be able to read.
  const std::string& model_folder() const { return folder_; }
  // Models that recognize() had to load because nobody had prepared them.
  const std::vector<std::string>& loaded_late() const { return loaded_late_; }

 private:
  struct Reading {
    std::string model;
    std::vector<layout::Word> words, others;
    std::int64_t effort = 0;
  };
  struct Upright {
    PixPtr pix;      // as it stands on the paper
    PixPtr print;    // as it was read: without what guides the eye
    int letter = 0;  // pixels of a capital letter; 0 unknown
    Reading reading;
    int rotation = 0;
  };
  tesseract::TessBaseAPI* model(const std::string& language);
  Upright read_page(PixPtr pix, const std::vector<std::string>& choice, const OcrOptions& options);
  // `segmentation`: Tesseract's PageSegMode.
  Reading read(const PixPtr& pix, const std::string& language, int segmentation);
  Upright read_print(Straightened sheet, const std::vector<std::string>& choice, const OcrOptions& options);
  void read_lone_figure(Upright& page);
  void read_slip_again(Upright& page);
  Reading read_in_best_language(const PixPtr& pix, const std::vector<std::string>& choice, const OcrOptions& options);
  std::string first_language(const PixPtr& pix, const std::vector<std::string>& choice, const OcrOptions& options);
  std::optional<int> detect_orientation(const PixPtr& pix);
  // `characters`: all that it may consist of.
  Look read_word(const PixPtr& pix, const std::string& language, const char* characters);
  // The words of one line of print, boxes in pixels. `raw`: Tesseract is not to look for the line in the picture.
  std::vector<layout::Word> read_line(const PixPtr& pix, const std::string& language, bool raw);
  void look_closer(Upright& page, bool slip, const std::vector<std::string>& choice);

  std::string folder_;
  std::map<std::string, std::unique_ptr<tesseract::TessBaseAPI>> models_;
  std::vector<std::string> loaded_late_;
  Effort effort_;
};

}  // namespace ap::ocr

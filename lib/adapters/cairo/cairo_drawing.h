// The shipped Drawing: cairo draws, nothing foreign is parsed. The page pictures are plain pixels that the worker made,
// checked for their size only; all that is drawn on them are frames and words.
#pragma once

#include "ports/drawing.h"

namespace ap {

class CairoDrawing : public Drawing {
 public:
  std::string png(const MarkedPage& page) override;
  std::string pdf(const std::vector<MarkedPage>& pages) override;
};

}  // namespace ap

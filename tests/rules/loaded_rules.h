// The rules and actors of the project, read once for the whole test program: that takes longer than the tests.
#pragma once

#include "dateline/extract.h"
#include "dateline/rules.h"

namespace dateline::tests {

inline const std::string rules_folder = DATELINE_SOURCE_DIR "/rules";

inline const Rules& rules() {
  static const Rules loaded(rules_folder);
  return loaded;
}

inline const Gazetteer& gazetteer() {
  static const Gazetteer loaded(rules_folder);
  return loaded;
}

}  // namespace dateline::tests

// The calendar fields that a value may name, for formula.cpp and formula_fill.cpp.
#pragma once

#include <array>
#include <optional>

#include "dateline/value.h"

namespace dateline {

/// A field of Partial and the way to set it.
struct Field {
  const char* key;
  std::optional<int> Partial::* number;
};
inline constexpr std::array fields{
    Field{"year", &Partial::year},       Field{"short_year", &Partial::year}, Field{"month", &Partial::month},     Field{"day", &Partial::day},
    Field{"weekday", &Partial::weekday}, Field{"week", &Partial::week},       Field{"quarter", &Partial::quarter}, Field{"half", &Partial::half},
    Field{"season", &Partial::season},   Field{"decade", &Partial::decade},   Field{"century", &Partial::century}, Field{"hour", &Partial::hour},
    Field{"minute", &Partial::minute},   Field{"second", &Partial::second},   Field{"offset", &Partial::offset},
};

}  // namespace dateline

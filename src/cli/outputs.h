// What comes out of the program, with what is told of it on standard error.
#pragma once

#include "cli/options.h"
#include "dateline/write.h"

namespace dateline::program {

/// What --ical-fuzzy asks for.
Fuzzy fuzzy_of(const Options&);

/// Each file whole or not at all; says what was written.
void write_timeline(const Timeline&, const Options&);

}  // namespace dateline::program

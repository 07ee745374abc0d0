// What comes into the program, with what is told of it on standard error.
#pragma once

#include "cli/options.h"
#include "dateline/claim.h"
#include "pipeline/pipeline.h"

namespace dateline::program {

/// Reads the inputs and tells of what could not be read; `failed` is set where something could not.
std::vector<Document> documents_of(const Options&, const Rules&, bool& failed);

/// Tells of a document whose reading threw, and sets `failed`: the others are read all the same.
Failed tell_failure(bool& failed);

/// The claims of files that `dateline extract` wrote; "-" is standard input. Throws Error.
std::vector<Claim> read_claims(const std::vector<std::string>& files);

/// A document without a date is read all the same, and the run says which of its expressions stay unresolved.
void tell_undated(const std::vector<Document>&, const Rules&);

}  // namespace dateline::program

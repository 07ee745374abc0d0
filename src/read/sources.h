// sources.yaml: what the files of its folder do not say of themselves.
// Tested by tests/read/read_test.cpp.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "read/formats.h"

namespace dateline {

inline constexpr const char* sources_name = "sources.yaml";

/// A file's path, lexically normal → what sources.yaml says of it; empty fields say nothing.
using Sources = std::map<std::string, Document>;

/// Adds the entries of the folder's sources.yaml, if there is one, to `sources`; what is wrong with it goes to
/// `result`: an entry for no file is a warning, and so is an unknown key.
void read_sources(const std::filesystem::path& folder, const PublicationRules&, Sources& sources, ReadResult& result);

/// What sources.yaml says of this file goes over what the document says.
void apply_sources(const Sources&, const std::filesystem::path& file, Document&);

}  // namespace dateline

// Short words that change with what they stand for: of an article's content and of the rules it is read with.
// Offers content_key() and rules_key(). Tested by tests/state/state_test.cpp.
#include <algorithm>
#include <filesystem>
#include <sstream>

#include "base/digest.h"
#include "base/input_files.h"
#include "base/plain_text.h"
#include "claims/names.h"
#include "dateline/error.h"
#include "dateline/state.h"
#include "state/schema.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view between{"\0", 1};  // stands in no text that read() lets in

std::vector<fs::path> rule_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
    if (ending(it->path()) == ".yaml" || ending(it->path()) == ".tsv") files.push_back(it->path());
  if (error)
    throw Error(folder.string() + ": cannot be read: " + error.message(), "name a folder of rules that you may read");
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

std::string stated_lines(const Document& d) {
  std::string out;
  for (const auto& stated : d.also_published) out += to_string(stated.at) + ' ' + name(stated.by) + '\n';
  return out;
}

std::vector<StatedPublication> stated_in(const std::string& lines) {
  std::vector<StatedPublication> out;
  std::istringstream in(lines);
  for (std::string at, by; in >> at >> by;)
    if (const auto moment = parse_moment(at))
      out.push_back({*moment, parse_published_by(by).value_or(PublishedBy::nothing)});
  return out;
}

std::string content_key(const Document& d) {
  return uid_of(join({d.source, d.title, d.url, d.published ? to_string(*d.published) : "", name(d.published_by),
                      d.fetched ? to_string(*d.fetched) : "", stated_lines(d), d.text},
                     between));
}

std::string rules_key(const std::vector<std::string>& folders, const std::string& language) {
  std::vector<std::string> parts{DATELINE_VERSION, language};
  for (const auto& folder : folders)
    for (const auto& file : rule_files(folder)) {
      parts.push_back(file.lexically_relative(folder).generic_string());
      parts.push_back(read_bytes(file));
    }
  return uid_of(join(parts, between));
}

}  // namespace dateline

// A folder → the files in it that are served. See build_folder.h.
#include "serve/build_folder.h"

#include <sys/stat.h>

#include <fstream>
#include <iterator>

#include "dateline/error.h"

namespace dateline::http {
namespace {

/// Whole: a build puts a file in its place by renaming. Nothing where it cannot be read.
std::shared_ptr<const std::string> bytes_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return nullptr;
  return std::make_shared<const std::string>(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

void cut_feed(Build& build) {
  const ServedFile* feed = find(build, "timeline.ics");
  const ServedFile* timeline = find(build, "timeline.json");
  build.why_no_feed = "there is no timeline.json in the folder; `dateline build` writes it";
  if (!feed || !timeline) return;
  try {
    build.feed = read_feed(*feed->bytes, *timeline->bytes);
  } catch (const Error& e) {
    build.why_no_feed = e.what();
  }
}

}  // namespace

BuildFolder::Stamps BuildFolder::stamps() const {
  Stamps found;
  for (const auto& [name, type] : servable) {
    struct stat file;
    if (::stat((path_ + '/' + std::string(name)).c_str(), &file) != 0 || !S_ISREG(file.st_mode)) continue;
    found[name] = {file.st_ino, static_cast<std::uint64_t>(file.st_size), file.st_mtim.tv_sec, file.st_mtim.tv_nsec};
  }
  return found;
}

Build BuildFolder::read(const Stamps& stamps) const {
  Build build;
  for (const auto& [name, type] : servable) {
    const auto stamp = stamps.find(name);
    const auto bytes = stamp == stamps.end() ? nullptr : bytes_of(path_ + '/' + std::string(name));
    if (bytes)
      build.files.push_back(
          {name, type, bytes, etag_of(*bytes), date::sys_seconds(std::chrono::seconds(stamp->second.seconds))});
  }
  cut_feed(build);
  return build;
}

const Build& BuildFolder::current() {
  Stamps now = stamps();
  if (now == stamps_) return build_;
  build_ = read(now);
  stamps_ = std::move(now);
  return build_;
}

}  // namespace dateline::http

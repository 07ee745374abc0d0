// Walks folders and reads files; what it cannot read is a line, never the end.
// Tested by tests/read/read_test.cpp.
#include "base/input_files.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <vector>

#include "base/ascii.h"
#include "dateline/error.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

std::string unreadable(const fs::path& path) {
  return path.string() + ": cannot be read; check that it exists and that you may read it";
}

// A folder is read once: a link to one that has been read, or that is being read, would go round in circles.
struct Walk {
  const Visitor& visitor;
  std::set<fs::path> seen{};

  bool is_new(const fs::path& folder) {
    std::error_code error;
    const fs::path real = fs::canonical(folder, error);
    if (error)
      visitor.error(unreadable(folder));
    else if (seen.insert(real).second)
      return true;
    else
      visitor.error(folder.string() + ": leads to a folder that is read already; take the link out");
    return false;
  }

  std::vector<fs::path> entries(const fs::path& folder) const {
    std::vector<fs::path> paths;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
      paths.push_back(it->path());
    if (error) visitor.error(unreadable(folder));
    std::sort(paths.begin(), paths.end());
    return paths;
  }

  void folder(const fs::path& path) {
    if (!is_new(path)) return;
    visitor.folder(path);
    for (const fs::path& entry : entries(path))
      if (!is_hidden(entry)) inner(entry);
  }

  void inner(const fs::path& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (fs::is_directory(status))
      folder(path);
    else if (!visitor.is_article(path))
      return;
    else if (fs::is_regular_file(status))
      visitor.file(path);
    else if (!fs::exists(status))
      visitor.error(unreadable(path));
  }
};

[[noreturn]] void refuse_size(const fs::path& path) {
  throw Error(FilePosition{path.string(), 0, 0, ""}, "larger than " + std::to_string(largest_file >> 20) + " MiB",
              "split it, or is it no article?");
}

}  // namespace

void visit(const fs::path& path, const Visitor& visitor) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (fs::is_directory(status))
    Walk{visitor}.folder(path);
  else if (fs::exists(status))
    visitor.file(path);
  else if (status.type() == fs::file_type::not_found)
    visitor.error(path.string() + ": there is no such file or folder; check the path");
  else
    visitor.error(unreadable(path));
}

std::string read_bytes(const fs::path& path) {
  std::error_code error;
  if (fs::is_regular_file(path, error) && fs::file_size(path, error) > largest_file) refuse_size(path);
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(unreadable(path));
  return read_bytes(in, path.string());
}

std::string read_bytes(std::istream& in, const std::string& name) {
  std::string bytes, block(1 << 16, '\0');
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
    bytes.append(block, 0, static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > largest_file) refuse_size(name);
  }
  if (in.bad()) throw Error(unreadable(name));
  return bytes;
}

std::string ending(const fs::path& path) { return ascii::lower(path.extension().string()); }

}  // namespace dateline

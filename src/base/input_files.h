// Paths → the files that are to be read, and a file → its bytes.
// Tested by tests/read/read_test.cpp.
#pragma once

#include <filesystem>
#include <functional>
#include <istream>
#include <string>

namespace dateline {

/// Files beyond this are no articles.
inline constexpr std::size_t largest_file = 64u << 20;  // bytes

/// Where the walk reports to. A folder is told before its files; errors are lines for ReadResult.
struct Visitor {
  std::function<bool(const std::filesystem::path&)> is_article;  ///< by name; asked of what a folder holds
  std::function<void(const std::filesystem::path&)> folder;
  std::function<void(const std::filesystem::path&)> file;
  std::function<void(std::string)> error;
};

/// Visits a file, or a folder's articles recursively in the order of their names. Left out of a folder: hidden files,
/// what is_article refuses, and pipes and devices. Links are followed unless they loop.
void visit(const std::filesystem::path&, const Visitor&);

/// The file's bytes. Throws Error where it cannot be read or is larger than largest_file.
std::string read_bytes(const std::filesystem::path&);
std::string read_bytes(std::istream&, const std::string& name);

/// The ending in lower case, with its dot; empty where there is none.
std::string ending(const std::filesystem::path&);

}  // namespace dateline

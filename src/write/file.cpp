// Bytes → a file, whole or not at all: a new file in the same folder, on the disk before it takes the old one's name.
// Offers write_file() only. Tested by tests/write/write_test.cpp.
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "dateline/error.h"
#include "dateline/write.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

std::string mending(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return "free some space or choose another folder with -o";
    case ENOENT:
      return "create its folder first";
    case EISDIR:
      return "move the folder of that name away";
    default:
      return "choose a folder that you may write to with -o";
  }
}

[[noreturn]] void fail(const fs::path& path, int error) {
  throw Error(path.string() + ": cannot be written: " + std::generic_category().message(error), mending(error));
}

bool has_bytes(const fs::path& path, std::string_view bytes) {
  std::error_code none;
  if (!fs::is_regular_file(path, none) || fs::file_size(path, none) != bytes.size()) return false;
  std::ifstream in(path, std::ios::binary);
  const std::string old{std::istreambuf_iterator<char>(in), {}};
  return in && old == bytes;
}

fs::path folder_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

// True where the name still stands for the file that is open: another run may have renamed it in between.
bool is_named(int descriptor, const fs::path& path) {
  struct ::stat open_file {
  }, named{};
  return ::fstat(descriptor, &open_file) == 0 && ::stat(path.c_str(), &named) == 0 &&
         open_file.st_ino == named.st_ino && open_file.st_dev == named.st_dev;
}

// A file beside the target that no one else has, locked as long as it is written; what a run that was cut off left
// behind is locked no more, and is used. Gone with this object unless it was renamed.
class TemporaryFile {
 public:
  explicit TemporaryFile(const fs::path& target) : target_(target) {
    constexpr int most_writers = 1000;
    for (int n = 0; n < most_writers && !is_ours_; ++n)
      take(folder_of(target) / ('.' + target.filename().string() + '.' + std::to_string(n) + ".tmp"));
    if (!is_ours_) fail(target_, EBUSY);
  }
  ~TemporaryFile() {
    if (is_ours_) ::unlink(path_.c_str());
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  void write(std::string_view bytes) {
    while (!bytes.empty()) {
      const ::ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail(target_, errno);
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  void rename_to_target() {
    if (::fsync(descriptor_) != 0) fail(target_, errno);
    if (::rename(path_.c_str(), target_.c_str()) != 0) fail(target_, errno);
    is_ours_ = false;
  }

 private:
  void take(const fs::path& path) {
    path_ = path;
    descriptor_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor_ < 0) fail(target_, errno);
    is_ours_ = ::flock(descriptor_, LOCK_EX | LOCK_NB) == 0 && is_named(descriptor_, path);
    if (!is_ours_)
      ::close(std::exchange(descriptor_, -1));
    else if (::ftruncate(descriptor_, 0) != 0)
      fail(target_, errno);
  }

  fs::path target_;
  fs::path path_;
  int descriptor_ = -1;
  bool is_ours_ = false;
};

// Some file systems cannot sync a folder; the file is whole all the same.
void sync_folder(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

}  // namespace

bool write_file(const std::string& path, std::string_view bytes) {
  if (has_bytes(path, bytes)) return false;
  TemporaryFile file(path);
  file.write(bytes);
  file.rename_to_target();
  sync_folder(folder_of(path));
  return true;
}

}  // namespace dateline

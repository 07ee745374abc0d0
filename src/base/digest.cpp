// UUIDv5 by libuuid. See digest.h.
#include "base/digest.h"

#include <uuid/uuid.h>

namespace dateline {

std::string uid_of(const std::string& name) {
  static constexpr uuid_t dateline_namespace = {0x6d, 0x1c, 0x0b, 0x52, 0x4e, 0x8a, 0x5f, 0x0c,
                                                0x9a, 0x37, 0x2b, 0x91, 0xe4, 0x06, 0xd8, 0x73};
  uuid_t uuid;
  uuid_generate_sha1(uuid, dateline_namespace, name.data(), name.size());
  char text[UUID_STR_LEN];
  uuid_unparse_lower(uuid, text);
  return text;
}

}  // namespace dateline

#include "keeper/protocol.h"

#include <cstring>

namespace fandump::keeper {

bool ReadRequest(const void* message, size_t length, Request& request) {
  RequestHeader header;
  if (length < sizeof header || length > kMaxRequestBytes) return false;
  std::memcpy(&header, message, sizeof header);
  const bool is_known = header.operation >= Operation::kLook && header.operation <= Operation::kEnd;
  if (header.magic != kMagic || !is_known || header.replaces_own > 1) return false;
  const char* name = static_cast<const char*>(message) + sizeof header;
  request = {header.operation, header.savefile, header.replaces_own == 1, {name, length - sizeof header}};
  // A name without one is what operations but the last are about.
  if (request.name.empty() != (request.operation == Operation::kEnd)) return false;
  return request.name.find('\0') == std::string_view::npos;
}

}  // namespace fandump::keeper

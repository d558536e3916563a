// Blocks and options of pcapng (draft-ietf-opsawg-pcapng) brought into the byte order of this host, for a file that
// keeps them. Malformed ones are copied up to where they are.
#pragma once

#include <string>

#include "source/savefile_bytes.h"

namespace fandump {

// Appends an option, filled up to four bytes; value is in the order that it shall have.
void AppendPcapngOption(std::string& to, uint16_t code, const uint8_t* value, uint16_t length);

// Bodies of blocks: without type and lengths.
std::string CopyNameResolution(const SavefileByteOrder& order, const uint8_t* body, size_t length);
std::string CopyDecryptionSecrets(const SavefileByteOrder& order, const uint8_t* body, size_t length);

// Turns round the options of a packet block, in place. at: whole options.
void SwapPacketOptions(uint8_t* at, size_t length);

}  // namespace fandump

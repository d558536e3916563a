// Blocks and options of pcapng (draft-ietf-opsawg-pcapng) brought into the byte order of this host, for a file that
// keeps them. Malformed ones are copied up to where they are.
#pragma once

#include <string>

#include "source/savefile_pcapng_interface.h"

namespace fandump {

// Appends an option, filled up to four bytes; value is in the order that it shall have.
void AppendPcapngOption(std::string& to, uint16_t code, const uint8_t* value, uint16_t length);

// Appends the option that Next() has found last. number: bytes that its value begins with and that are a number in the
// order of its section; 0: none, but for an option that any block may have.
void CopyPcapngOption(std::string& to, const SavefileByteOrder& order, const PcapngOptions& option, size_t number = 0);

// Bodies of blocks: without type and lengths.
std::string CopyNameResolution(const SavefileByteOrder& order, const uint8_t* body, size_t length);
std::string CopyDecryptionSecrets(const SavefileByteOrder& order, const uint8_t* body, size_t length);

// Turns round the options of a packet block, in place. at: whole options.
void SwapPacketOptions(uint8_t* at, size_t length);

}  // namespace fandump

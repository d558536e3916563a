#include "filter_frames.h"

namespace fandump::test {

constexpr size_t kEthernetHeaderLength = 14;

void FrameMaker::Put16(std::vector<uint8_t>& bytes, uint32_t value) {
  bytes.push_back(static_cast<uint8_t>(value >> 8));
  bytes.push_back(static_cast<uint8_t>(value));
}

void FrameMaker::PutNoise(std::vector<uint8_t>& bytes, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) bytes.push_back(static_cast<uint8_t>(Below(256)));
}

// 10.0.0.1 to 10.0.0.4
void FrameMaker::PutAddress(std::vector<uint8_t>& bytes) {
  Put16(bytes, 0x0a00);
  Put16(bytes, 1 + Below(4));
}

void FrameMaker::PutTransport(std::vector<uint8_t>& bytes, uint32_t protocol) {
  if (protocol == 6 || protocol == 17 || protocol == 132) {
    Put16(bytes, Pick({80, 443, 53, 4789, 1024 + Below(60000)}));
    Put16(bytes, Pick({80, 443, 53, 22, 1024 + Below(60000)}));
  }
  if (protocol == 6) {
    PutNoise(bytes, 8);
    bytes.push_back(0x50);
    bytes.push_back(static_cast<uint8_t>(Pick({0x02, 0x12, 0x10, 0x18, 0x11, 0x04})));
  } else if (protocol == 1 || protocol == 58) {
    bytes.push_back(static_cast<uint8_t>(Pick({0, 3, 8, 128, 135})));
  }
  PutNoise(bytes, Below(80));
}

void FrameMaker::PutIpv4(std::vector<uint8_t>& bytes) {
  const uint32_t words = Pick({5, 5, 5, 6, 15, Below(16)});
  const uint32_t protocol = Pick({6, 6, 17, 17, 1, 2, 132, 47, Below(256)});
  bytes.push_back(static_cast<uint8_t>(0x40 | words));
  PutNoise(bytes, 5);
  Put16(bytes, Pick({0, 0x4000, 0x2000, 0x2010, 0x0010}));
  bytes.push_back(static_cast<uint8_t>(Pick({64, 1, 255})));
  bytes.push_back(static_cast<uint8_t>(protocol));
  PutNoise(bytes, 2);
  PutAddress(bytes);
  PutAddress(bytes);
  if (words > 5) PutNoise(bytes, (words - 5) * 4);
  PutTransport(bytes, protocol);
}

void FrameMaker::PutIpv6(std::vector<uint8_t>& bytes) {
  const uint32_t next_header = Pick({6, 17, 58, 44, 0, Below(256)});
  bytes.push_back(0x60);
  PutNoise(bytes, 5);
  bytes.push_back(static_cast<uint8_t>(next_header));
  bytes.push_back(64);
  PutNoise(bytes, 32);
  PutTransport(bytes, next_header);
}

void FrameMaker::PutArp(std::vector<uint8_t>& bytes) {
  Put16(bytes, 1);
  Put16(bytes, 0x0800);
  Put16(bytes, 0x0604);
  Put16(bytes, Pick({1, 2}));
  PutNoise(bytes, 6);
  PutAddress(bytes);
  PutNoise(bytes, 6);
  PutAddress(bytes);
}

void FrameMaker::PutTyped(std::vector<uint8_t>& bytes, int depth) {
  const uint32_t type =
      Pick({0x0800, 0x0800, 0x0800, 0x86dd, 0x86dd, 0x0806, 0x8100, 0x88a8, 0x9100, 0x8847, 0x8864, Below(1500)});
  Put16(bytes, type);
  if (type == 0x0800) {
    PutIpv4(bytes);
  } else if (type == 0x86dd) {
    PutIpv6(bytes);
  } else if (type == 0x0806) {
    PutArp(bytes);
  } else if ((type == 0x8100 || type == 0x88a8 || type == 0x9100) && depth < 3) {
    Put16(bytes, Tci());
    PutTyped(bytes, depth + 1);
  } else {
    PutNoise(bytes, Below(100));
  }
}

std::vector<uint8_t> FrameMaker::Frame() {
  std::vector<uint8_t> bytes;
  for (int address = 0; address < 2; address++) {
    Put16(bytes, Pick({0x0200, 0x0100, 0xffff}));
    Put16(bytes, Pick({0x0000, 0xffff, 0x8100}));
    Put16(bytes, Pick({1, 2, 0xffff}));
  }
  PutTyped(bytes, 0);
  if (Below(5) == 0) bytes.resize(kEthernetHeaderLength + Below(static_cast<uint32_t>(bytes.size() - 13)));
  return bytes;
}

}  // namespace fandump::test

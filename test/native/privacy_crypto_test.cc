// AES: the example of FIPS 197, appendix C.1. Crypto-PAn: the sample trace that its authors published with it.
#include <arpa/inet.h>

#include <string>

#include "check.h"
#include "privacy/pseudonyms.h"

namespace fandump::test {
namespace {

constexpr PseudonymKey kSampleKey = {21,  34,  23,  141, 51,  164, 207, 128, 19, 10, 91, 22, 73, 144, 125, 16,
                                     216, 152, 143, 131, 121, 121, 101, 39,  98, 87, 76, 45, 42, 132, 34,  2};

PseudonymKey CountedKey() {
  PseudonymKey key;
  for (size_t i = 0; i < key.size(); i++) key[i] = static_cast<uint8_t>(i);
  return key;
}

std::string Ipv4Pseudonym(const CryptoPan& cipher, const char* text) {
  uint8_t address[4];
  CHECK_EQ(inet_pton(AF_INET, text, address), 1);
  cipher.Pseudonymize(address, sizeof address);
  char result[INET_ADDRSTRLEN];
  return inet_ntop(AF_INET, address, result, sizeof result);
}

std::string Ipv6Pseudonym(const CryptoPan& cipher, const char* text) {
  uint8_t address[16];
  CHECK_EQ(inet_pton(AF_INET6, text, address), 1);
  cipher.Pseudonymize(address, sizeof address);
  char result[INET6_ADDRSTRLEN];
  return inet_ntop(AF_INET6, address, result, sizeof result);
}

TEST(aes_encrypts_as_in_the_example_of_fips_197) {
  AesBlock key, block;
  for (size_t i = 0; i < key.size(); i++) {
    key[i] = static_cast<uint8_t>(i);
    block[i] = static_cast<uint8_t>(0x11 * i);
  }
  const AesBlock expected = {0x69, 0xc4, 0xe0, 0xd8, 0x6a, 0x7b, 0x04, 0x30,
                             0xd8, 0xcd, 0xb7, 0x80, 0x70, 0xb4, 0xc5, 0x5a};
  CHECK(Aes128(key).Encrypt(block) == expected);
}

// The processor's instructions, where it has them, beside look-ups in tables; more than one go of them, and a rest.
TEST(blocks_encrypted_together_are_those_encrypted_one_by_one) {
  const Aes128 cipher({'a', ' ', 'k', 'e', 'y'});
  AesBlock together[21], one_by_one[21];
  uint32_t random = 1;
  for (size_t i = 0; i < std::size(together); i++) {
    for (uint8_t& byte : together[i]) byte = static_cast<uint8_t>((random = random * 1664525 + 1013904223) >> 24);
    one_by_one[i] = cipher.Encrypt(together[i]);
  }
  cipher.EncryptAll(together, std::size(together));
  for (size_t i = 0; i < std::size(together); i++) CHECK(together[i] == one_by_one[i]);
}

TEST(crypto_pan_gives_the_addresses_of_its_authors_sample) {
  const CryptoPan cipher(kSampleKey);
  const char* const kSample[][2] = {
      {"128.11.68.132", "135.242.180.132"},   {"129.118.74.4", "134.136.186.123"},
      {"130.132.252.244", "133.68.164.234"},  {"141.223.7.43", "141.167.8.160"},
      {"141.233.145.108", "141.129.237.235"}, {"152.163.225.39", "151.140.114.167"},
      {"156.29.3.236", "147.225.12.42"},      {"165.247.96.84", "162.9.99.234"},
      {"166.107.77.190", "160.132.178.185"},  {"192.102.249.13", "252.138.62.131"},
      {"192.215.32.125", "252.43.47.189"},    {"192.233.80.103", "252.25.108.8"},
      {"192.41.57.43", "252.222.221.184"},    {"193.150.244.223", "253.169.52.216"},
      {"195.205.63.100", "255.186.223.5"},    {"198.200.171.101", "249.199.68.213"},
      {"198.26.132.101", "249.36.123.202"},   {"202.49.198.20", "245.206.7.234"},
  };
  for (const auto& [address, pseudonym] : kSample) CHECK(Ipv4Pseudonym(cipher, address) == pseudonym);
}

TEST(crypto_pan_gives_what_other_programs_give_for_ipv6) {
  const CryptoPan cipher(CountedKey());
  CHECK(Ipv4Pseudonym(cipher, "192.0.2.1") == "2.90.93.17");
  CHECK(Ipv6Pseudonym(cipher, "2001:db8::1") == "dd92:2c44:3fc0:ff1e:7ff9:c7f0:8180:7e00");
}

TEST(addresses_that_name_no_host_stay_as_they_are) {
  Pseudonyms pseudonyms(kSampleKey);
  for (const char* text : {"0.0.0.0", "255.255.255.255", "224.0.0.251", "239.1.2.3", "127.0.0.1"}) {
    uint8_t address[4], before[4];
    inet_pton(AF_INET, text, address);
    std::memcpy(before, address, sizeof before);
    pseudonyms.Ipv4(address);
    CHECK(std::memcmp(before, address, sizeof before) == 0);
  }
  for (const char* text : {"::", "::1", "ff02::1"}) {
    uint8_t address[16], before[16];
    inet_pton(AF_INET6, text, address);
    std::memcpy(before, address, sizeof before);
    pseudonyms.Ipv6(address);
    CHECK(std::memcmp(before, address, sizeof before) == 0);
  }
}

TEST(a_station_becomes_a_locally_administered_one_that_stays_the_same) {
  Pseudonyms pseudonyms(kSampleKey);
  uint8_t one[] = {0x00, 0x1b, 0x21, 0x3c, 0x4d, 0x5e}, again[] = {0x00, 0x1b, 0x21, 0x3c, 0x4d, 0x5e};
  uint8_t neighbour[] = {0x00, 0x1b, 0x21, 0x3c, 0x4d, 0x5f}, group[] = {0x01, 0, 0x5e, 0, 0, 1};
  pseudonyms.Station(one);
  pseudonyms.Station(again);
  pseudonyms.Station(neighbour);
  pseudonyms.Station(group);
  CHECK_EQ(one[0] & 3, 2);
  CHECK(one[1] != 0x1b || one[2] != 0x21);
  CHECK(std::memcmp(one, again, sizeof one) == 0);
  CHECK(std::memcmp(one, neighbour, sizeof one) != 0);
  CHECK_EQ(group[0], 1);
}

}  // namespace
}  // namespace fandump::test

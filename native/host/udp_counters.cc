#include "host/udp_counters.h"

#include <fcntl.h>
#include <unistd.h>

#include <sstream>
#include <vector>

namespace fandump {

namespace {

constexpr size_t kReadSize = 65536;

// Columns of /proc/net/udp, counted from 0.
constexpr size_t kInodeColumn = 9;
constexpr size_t kDropsColumn = 12;

OwnedFd OpenForReading(const char* path) { return OwnedFd(open(path, O_RDONLY | O_CLOEXEC)); }

// The file as it is now; nothing where it cannot be read.
std::optional<std::string> ReadAgain(const OwnedFd& file) {
  if (!file) return std::nullopt;
  std::string text;
  std::vector<char> buffer(kReadSize);
  while (true) {
    const ssize_t count = pread(file.get(), buffer.data(), buffer.size(), static_cast<off_t>(text.size()));
    if (count < 0) return std::nullopt;
    if (count == 0) return text;
    text.append(buffer.data(), static_cast<size_t>(count));
  }
}

// The values below the names in two lines that begin with prefix, as /proc/net/snmp has them.
std::map<std::string, uint64_t> ReadNamedRow(const std::string& text, const std::string& prefix) {
  std::istringstream lines(text);
  std::vector<std::string> names;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with(prefix)) continue;
    std::istringstream words(line.substr(prefix.size()));
    if (names.empty()) {
      for (std::string name; words >> name;) names.push_back(name);
      continue;
    }
    std::map<std::string, uint64_t> values;
    for (const std::string& name : names) words >> values[name];
    return values;
  }
  return {};
}

// The values behind the names, one pair a line, as /proc/net/snmp6 has them.
std::map<std::string, uint64_t> ReadPairs(const std::string& text) {
  std::istringstream words(text);
  std::map<std::string, uint64_t> values;
  uint64_t value = 0;
  for (std::string name; words >> name >> value;) values[name] = value;
  return values;
}

uint64_t ValueOf(const std::map<std::string, uint64_t>& values, const std::string& name) {
  const auto found = values.find(name);
  return found == values.end() ? 0 : found->second;
}

uint64_t DroppedOf(const std::map<std::string, uint64_t>& values, const std::string& prefix) {
  return ValueOf(values, prefix + "RcvbufErrors") + ValueOf(values, prefix + "MemErrors") +
         ValueOf(values, prefix + "InCsumErrors");
}

void AddSockets(const std::string& text, std::map<uint64_t, uint32_t>& sockets) {
  std::istringstream lines(text);
  std::string line;
  std::getline(lines, line);  // the names of the columns
  while (std::getline(lines, line)) {
    std::istringstream words(line);
    std::vector<std::string> columns;
    for (std::string word; words >> word;) columns.push_back(word);
    if (columns.size() <= kDropsColumn) continue;
    sockets[std::stoull(columns[kInodeColumn])] = static_cast<uint32_t>(std::stoull(columns[kDropsColumn]));
  }
}

}  // namespace

UdpCounters::UdpCounters()
    : snmp_(OpenForReading("/proc/net/snmp")),
      snmp6_(OpenForReading("/proc/net/snmp6")),
      udp_(OpenForReading("/proc/net/udp")),
      udp6_(OpenForReading("/proc/net/udp6")) {}

std::optional<uint64_t> UdpCounters::ReadDropped() const {
  const auto text = ReadAgain(snmp_);
  if (!text) return std::nullopt;
  const auto values = ReadNamedRow(*text, "Udp:");
  if (!values.contains("RcvbufErrors")) return std::nullopt;
  const auto text6 = ReadAgain(snmp6_);
  return DroppedOf(values, "") + (text6 ? DroppedOf(ReadPairs(*text6), "Udp6") : 0);
}

std::optional<std::map<uint64_t, uint32_t>> UdpCounters::ReadSockets() const {
  const auto text = ReadAgain(udp_);
  if (!text) return std::nullopt;
  std::map<uint64_t, uint32_t> sockets;
  AddSockets(*text, sockets);
  if (const auto text6 = ReadAgain(udp6_)) AddSockets(*text6, sockets);
  return sockets;
}

}  // namespace fandump

// A filter as the user gives it: libpcap's language (pcap-filter(7)) with tests of the tunnel that packets came
// through.
#pragma once

#include <string>
#include <vector>

#include "filter/tunnel_test.h"
#include "types.h"

namespace fandump {

struct FilterExpression {
  FilterExpression() = default;
  // libpcap's language alone.
  FilterExpression(std::string expression) : text(std::move(expression)) {}
  FilterExpression(const char* expression) : text(expression) {}

  bool empty() const { return text.empty(); }

  std::string text;
  std::vector<TunnelTest> tests;   // at most kMostTunnelTests
  std::vector<std::string> parts;  // libpcap's language before, between and behind the tests
};

// The programs of an expression: which one judges a packet is decided by the answers to its tests.
struct CompiledExpression {
  std::vector<BpfProgram> programs;  // each different from the others
  std::vector<uint16_t> by_answers;  // a program for each set of answers; one where there are no tests
};

// Compiles for packets of link_type as CompileFilter does. A test becomes a constant for libpcap, so that whatever its
// language carries from one primitive to the next stays as it is. Throws CaptureError "EFILTER" with libpcap's words.
CompiledExpression CompileExpression(const FilterExpression& expression, uint16_t link_type, uint32_t snaplen,
                                     bool optimize);

}  // namespace fandump

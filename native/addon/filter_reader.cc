#include "addon/filter_reader.h"

#include <map>
#include <string>

#include "addon/fields.h"

namespace fandump {
namespace {

TunnelTest::Fact ReadFact(const Napi::Object& test) {
  static const std::map<std::string, TunnelTest::Fact> kFacts = {{"vni", TunnelTest::Fact::kVni},
                                                                 {"innerVni", TunnelTest::Fact::kInnerVni},
                                                                 {"address", TunnelTest::Fact::kAddress},
                                                                 {"port", TunnelTest::Fact::kPort}};
  const auto known = kFacts.find(Text(test, "fact"));
  if (known == kFacts.end()) Refuse(test, "fact", "vni, innerVni, address or port");
  return known->second;
}

TunnelTest::End ReadEnd(const Napi::Object& test) {
  const std::string name = Text(test, "end");
  if (name == "src") return TunnelTest::End::kSource;
  if (name == "dst") return TunnelTest::End::kDestination;
  if (name == "either") return TunnelTest::End::kEither;
  Refuse(test, "end", "src, dst or either");
}

TunnelTest ReadTunnelTest(const Napi::Object& object) {
  TunnelTest test;
  test.fact = ReadFact(object);
  test.end = ReadEnd(object);
  const Napi::Array ranges = List(object, "ranges");
  for (uint32_t i = 0; i + 1 < ranges.Length(); i += 2) {
    const auto bound = [&ranges](uint32_t at) { return ranges.Get(at).ToNumber().Uint32Value(); };
    test.ranges.emplace_back(bound(i), bound(i + 1));
  }
  const Napi::Array networks = List(object, "networks");
  for (uint32_t i = 0; i < networks.Length(); i++) {
    const Napi::Object network = networks.Get(i).ToObject();
    const auto known = ParseNetwork(Text(network, "address"), Number<uint32_t>(network, "prefix"));
    if (!known) Refuse(network, "address", "an address, with as many bits as it has at most");
    test.networks.push_back(*known);
  }
  return test;
}

}  // namespace

FilterExpression ReadFilter(const Napi::Object& object) {
  FilterExpression filter(Text(object, "filter"));
  if (!Has(object, "tunnelTests")) return filter;
  const Napi::Object words = Child(object, "tunnelTests");
  const Napi::Array parts = List(words, "parts");
  for (uint32_t i = 0; i < parts.Length(); i++) filter.parts.push_back(parts.Get(i).ToString().Utf8Value());
  const Napi::Array tests = List(words, "tests");
  for (uint32_t i = 0; i < tests.Length(); i++) filter.tests.push_back(ReadTunnelTest(tests.Get(i).ToObject()));
  const bool is_whole = !filter.tests.empty() && filter.tests.size() <= kMostTunnelTests;
  if (!is_whole || filter.parts.size() != filter.tests.size() + 1) {
    Refuse(words, "tests", "1 to 8, with a part more around them");
  }
  return filter;
}

}  // namespace fandump

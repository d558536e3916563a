// The XDP program run by the kernel (BPF_PROG_TEST_RUN), beside what decapsulation after capture makes of the frames.
#include <linux/bpf.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <random>
#include <vector>

#include "big_endian.h"
#include "check.h"
#include "encap/encap.h"
#include "owned_fd.h"
#include "protocol_numbers.h"
#include "xdp/strip_program.h"

namespace fandump {
namespace {

using Bytes = std::vector<uint8_t>;

// Verifier and test run give up, with EAGAIN and EINTR, when a signal waits, or work that io_uring has left to the
// thread.
int Bpf(bpf_cmd command, bpf_attr& attributes) {
  int result;
  do {
    result = static_cast<int>(syscall(SYS_bpf, command, &attributes, sizeof attributes));
  } while (result < 0 && (errno == EAGAIN || errno == EINTR));
  return result;
}

OwnedFd MakeMap() {
  bpf_attr attributes{};
  attributes.map_type = BPF_MAP_TYPE_ARRAY;
  attributes.key_size = 4;
  attributes.value_size = kStripCounterCount * sizeof(uint64_t);
  attributes.max_entries = 1;
  return OwnedFd(Bpf(BPF_MAP_CREATE, attributes));
}

OwnedFd Load(const std::vector<bpf_insn>& program) {
  bpf_attr attributes{};
  attributes.prog_type = BPF_PROG_TYPE_XDP;
  attributes.insns = reinterpret_cast<uint64_t>(program.data());
  attributes.insn_cnt = static_cast<uint32_t>(program.size());
  attributes.license = reinterpret_cast<uint64_t>("MIT");
  return OwnedFd(Bpf(BPF_PROG_LOAD, attributes));
}

// The frame as the program passes it on; empty where the kernel does not run it.
Bytes Run(const OwnedFd& program, const Bytes& frame) {
  Bytes out(frame.size() + 256);
  bpf_attr attributes{};
  attributes.test.prog_fd = static_cast<uint32_t>(program.get());
  attributes.test.data_in = reinterpret_cast<uint64_t>(frame.data());
  attributes.test.data_size_in = static_cast<uint32_t>(frame.size());
  attributes.test.data_out = reinterpret_cast<uint64_t>(out.data());
  attributes.test.data_size_out = static_cast<uint32_t>(out.size());
  attributes.test.repeat = 1;
  if (Bpf(BPF_PROG_TEST_RUN, attributes) != 0) return {};
  CHECK_EQ(attributes.test.retval, static_cast<uint32_t>(XDP_PASS));
  out.resize(attributes.test.data_size_out);
  return out;
}

struct Stripped {
  Bytes bytes;
  bool taken = false;
  uint16_t link_type = 0;
  uint8_t encapsulation = kEncapNone;
};

// Decapsulation after capture.
Stripped Decapsulate(Bytes frame, const StripOptions& options) {
  EncapOptions encap;
  encap.encapsulation = options.encapsulation;
  encap.skip = options.skip;
  encap.port = options.port;
  encap.inside = options.inside;
  encap.frames = true;
  Decapsulator decapsulator(encap);
  PacketBatch batch;
  batch.size = 1;
  batch.packets[0].data = frame.data();
  batch.packets[0].caplen = batch.packets[0].len = static_cast<uint32_t>(frame.size());
  InvalidCounts invalid{};
  decapsulator.Decapsulate(batch, invalid);
  if (batch.size == 0 || batch.packets[0].tunnel == nullptr) return {};
  const PacketView& packet = batch.packets[0];
  return {Bytes(packet.data, packet.data + packet.caplen), true, packet.link_type, packet.tunnel->encapsulation};
}

void Append(Bytes& to, std::initializer_list<int> bytes) {
  for (const int byte : bytes) to.push_back(static_cast<uint8_t>(byte));
}

// A frame in a tunnel of random shape, and at times a broken one.
class FrameMaker {
 public:
  // likely: the tunnels that half of the packets are in, from outside in; the others are in any.
  FrameMaker(uint32_t seed, std::vector<Encapsulation> likely) : random_(seed), likely_(std::move(likely)) {}

  Bytes Make() {
    Bytes frame = Frame();
    if (Pick(8) == 0) frame.resize(14 + static_cast<size_t>(Pick(static_cast<int>(frame.size()) - 13)));
    if (Pick(8) == 0) {
      uint8_t& broken = frame[static_cast<size_t>(Pick(static_cast<int>(frame.size())))];
      broken ^= static_cast<uint8_t>(1 << Pick(8));
    }
    return frame;
  }

 private:
  int Pick(int count) { return static_cast<int>(random_() % static_cast<uint32_t>(count)); }
  Bytes Frame() {
    Bytes frame = Ethernet();
    constexpr uint16_t kTags[] = {kEtherTypeVlan, kEtherTypeServiceVlan, kEtherTypeOldServiceVlan};
    for (int tag = Pick(3); tag > 0; tag--) {
      const uint16_t type = kTags[Pick(3)];
      Append(frame, {type >> 8, type & 0xff, 0, Pick(256)});
    }
    const bool version6 = Pick(3) == 0;
    const Bytes inside = Ip(version6);
    Type(frame, version6);
    frame.insert(frame.end(), inside.begin(), inside.end());
    return frame;
  }

  Bytes Ethernet() { return {2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2}; }

  // IP at once, in PPPoE or behind labels.
  void Type(Bytes& frame, bool version6) {
    switch (Pick(6)) {
      case 0:
        Append(frame, {0x88, 0x64, 0x11, Pick(8) == 0 ? 9 : 0, 0, 1, 0, 0, 0, version6 ? 0x57 : 0x21});
        break;
      case 1:
        Append(frame, {0x88, 0x47});
        for (int label = Pick(10); label > 0; label--) Append(frame, {0, 1, 0, 64});
        Append(frame, {0, 2, 1, 64});
        break;
      default:
        Append(frame, {version6 ? 0x86 : 0x08, version6 ? 0xdd : 0x00});
    }
  }

  Bytes Ip(bool version6) {
    const bool is_likely = depth_ < likely_.size() && Pick(2) == 0;
    const Encapsulation kind = is_likely ? likely_[depth_] : kEncapNone;
    const bool gre = kind == kEncapErspan || (kind == kEncapNone && Pick(2) == 0);
    const Bytes payload = gre ? Gre(kind == kEncapErspan) : Udp(kind);
    Bytes bytes;
    if (version6) {
      const int extensions = Pick(4);
      const int kinds[] = {60, 0, 51, 44};
      int header = kinds[Pick(4)];
      Append(bytes, {0x60, 0, 0, 0, 0, 0, extensions > 0 ? header : gre ? 47 : 17, 64});
      bytes.insert(bytes.end(), 32, 7);
      for (int left = extensions; left > 0; left--) {
        const int next = left > 1 ? kinds[Pick(4)] : gre ? 47 : 17;
        // Authentication: three words. A fragment header: at times of a real fragment.
        Append(bytes, {next, header == 51 ? 1 : 0, 0, header == 44 && Pick(4) == 0 ? 1 : 0, 0, 0, 0, 0});
        if (header == 51) Append(bytes, {0, 0, 0, 0});
        header = next;
      }
    } else {
      const int options = Pick(3);
      Append(bytes, {0x45 + options, 0, 0, 0, 0, 0, 0, 0, 64, gre ? 47 : 17, 0, 0});
      Append(bytes, {10, 0, 0, 1, 10, 0, 0, 2});
      bytes.insert(bytes.end(), static_cast<size_t>(options) * 4, 1);
    }
    bytes.insert(bytes.end(), payload.begin(), payload.end());
    return bytes;
  }

  // With another tunnel inside where one is likely, elsewhere at times.
  Bytes Inner(bool ethernet) {
    const bool has_tunnel = depth_ + 1 < likely_.size() || (depth_ < kMostTunnels && Pick(2) == 0);
    if (has_tunnel) {
      depth_++;
      const Bytes inside = ethernet ? Frame() : Ip(Pick(3) == 0);
      depth_--;
      return inside;
    }
    Bytes bytes;
    if (ethernet) {
      Append(bytes, {2, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 8, 0});
    }
    Append(bytes, {0x45, 0, 0, 28, 0, 0, 0, 0, 64, 17, 0, 0, 192, 0, 2, 1, 192, 0, 2, 2, 1, 2, 3, 4, 0, 8, 0, 0});
    return bytes;
  }

  Bytes Gre(bool erspan) {
    const int flags = 0xb0 & (Pick(16) << 4);
    const int kind = erspan ? 2 + Pick(2) : Pick(4);
    Bytes bytes;
    const int types[4][2] = {{0x08, 0x00}, {0x65, 0x58}, {0x88, 0xbe}, {0x22, 0xeb}};
    Append(bytes, {flags, 0, types[kind][0], types[kind][1]});
    for (const int present : {0x80, 0x20, 0x10}) {
      if ((flags & present) != 0) Append(bytes, {1, 2, 3, 4});
    }
    bool ethernet = kind != 0;
    if (kind == 2 && (flags & 0x10) != 0) Append(bytes, {0x10 + Pick(16), Pick(256), Pick(256), Pick(256), 9, 9, 9, 9});
    if (kind == 3) {
      const int subheader = Pick(2);
      ethernet = Pick(2) == 0;
      bytes.insert(bytes.end(), 10, 9);
      Append(bytes, {ethernet ? 0 : 0x08, subheader});
      if (subheader != 0) bytes.insert(bytes.end(), 8, 5);
    }
    const Bytes inner = Inner(ethernet);
    bytes.insert(bytes.end(), inner.begin(), inner.end());
    return bytes;
  }

  Bytes Udp(Encapsulation likely) {
    const int ports[] = {4789, 8472, 6081, 7932, 53, 37008, 4790, 6080};
    const Encapsulation kinds[] = {kEncapVxlan, kEncapNone, kEncapGeneve,   kEncapErm,
                                   kEncapNone,  kEncapTzsp, kEncapVxlanGpe, kEncapGue};
    int kind = Pick(8);
    while (likely != kEncapNone && kinds[kind] != likely) kind = Pick(8);
    Bytes bytes;
    Append(bytes, {0xc0, 0, ports[kind] >> 8, ports[kind] & 0xff, 0, 0, 0, 0});
    bool ethernet = true;
    if (kind <= 1) Append(bytes, {Pick(4) == 0 ? 0 : 8, 0, 0, 0, 0, 0, 7, 0});
    if (kind == 2) {
      const int options = Pick(4);
      ethernet = Pick(2) == 0;
      Append(bytes, {options, 0, ethernet ? 0x65 : 0x08, ethernet ? 0x58 : 0x00, 0, 0, 7, 0});
      bytes.insert(bytes.end(), static_cast<size_t>(options) * 4, 3);
      if (Pick(2) == 0) Carrier(bytes, ethernet);
    }
    if (kind == 3) {
      bytes.insert(bytes.end(), 9, 1);
      Append(bytes, {Pick(256), Pick(256), Pick(256)});
    }
    if (kind == 5 || (kind == 4 && Pick(2) == 0)) Tzsp(bytes);
    if (kind == 6) {
      const bool is_told = Pick(2) == 0;
      const int next = Pick(5);
      ethernet = !is_told || next == 3;
      Append(bytes, {0x08 | (is_told ? 4 : 0) | (Pick(8) == 0 ? 0x10 : 0), 0, 0, next, 0, 0, 7, 0});
    }
    if (kind == 7 && Gue(bytes)) return bytes;
    ethernet = ethernet && kind != 7;
    const Bytes inner = Inner(ethernet);
    bytes.insert(bytes.end(), inner.begin(), inner.end());
    return bytes;
  }

  // What lies between GENEVE and the frame of a VXLAN inside it; ethernet: what GENEVE says that it carries, on return
  // what follows.
  void Carrier(Bytes& bytes, bool& ethernet) {
    const bool version6 = ethernet && Pick(2) == 0;
    if (ethernet) {
      const Bytes addresses = Ethernet();
      bytes.insert(bytes.end(), addresses.begin(), addresses.end());
      Append(bytes, {version6 ? 0x86 : 0x08, version6 ? 0xdd : 0x00});
    }
    if (version6) {
      Append(bytes, {Pick(8) == 0 ? 0x50 : 0x60, 0, 0, 0, 0, 0, 17, 64});
      bytes.insert(bytes.end(), 32, 7);
    } else {
      const int options = Pick(2);
      // Whole, the first of several fragments, a later one.
      const int fragments[4] = {0, 0, 0x20, 0x01};
      Append(bytes, {0x45 + options, 0, 0, 0, 0, 0, fragments[Pick(4)], 0, 64, 17, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2});
      bytes.insert(bytes.end(), static_cast<size_t>(options) * 4, 1);
    }
    Append(bytes, {0xc0, 0, 0x12, 0xb5, 0, 0, 0, 0});
    Append(bytes, {Pick(4) == 0 ? 0 : 8, 0, 0, 0, 0, 0, 9, 0});
    ethernet = true;
  }

  // Whether nothing follows any more.
  bool Gue(Bytes& bytes) {
    if (Pick(3) == 0) return false;
    const int words = Pick(3);
    const int protocols[] = {4, 41, 47, 6};
    const int protocol = Pick(4);
    Append(bytes, {words | (Pick(8) == 0 ? 0x20 : 0), protocols[protocol], 0, Pick(8)});
    bytes.insert(bytes.end(), static_cast<size_t>(words) * 4, 1);
    if (protocols[protocol] != 47) return false;
    const Bytes gre = Gre(false);
    bytes.insert(bytes.end(), gre.begin(), gre.end());
    return true;
  }

  void Tzsp(Bytes& bytes) {
    Append(bytes, {1, 0, 0, Pick(8) == 0 ? 18 : 1});
    for (int tag = Pick(10); tag > 0; tag--) {
      const int length = Pick(2) == 0 ? Pick(6) : 0;
      if (length == 0) {
        Append(bytes, {0});
      } else {
        Append(bytes, {10, length});
        bytes.insert(bytes.end(), static_cast<size_t>(length), 0xfe);
      }
    }
    Append(bytes, {1});
  }

  static constexpr size_t kMostTunnels = 2;

  std::mt19937 random_;
  const std::vector<Encapsulation> likely_;
  size_t depth_ = 0;
};

void Compare(const StripOptions& options, uint32_t seed, const std::vector<Encapsulation>& likely = {}) {
  const OwnedFd map = MakeMap();
  if (!map) test::Skip(std::string("no BPF map can be made: ") + std::strerror(errno));
  const OwnedFd program = Load(StripProgram(options, map.get()));
  CHECK(static_cast<bool>(program));
  FrameMaker maker(seed, likely);
  int stripped = 0;
  for (int i = 0; i < 8000; i++) {
    const Bytes frame = maker.Make();
    if (frame.size() < 14) continue;
    const Bytes out = Run(program, frame);
    const Stripped expected = Decapsulate(frame, options);
    if (!expected.taken || expected.bytes.size() < (expected.link_type == kLinkTypeEthernet ? 14u : 1u)) {
      CHECK(out == frame);
      continue;
    }
    Bytes wanted = expected.bytes;
    if (expected.link_type == kLinkTypeRaw) {
      wanted.assign(frame.begin(), frame.begin() + 12);
      // What the tunnel's header names: a broken packet's version may be another.
      const bool ipv6 = out.size() > 13 && out[12] == 0x86;
      Append(wanted, {ipv6 ? 0x86 : 0x08, ipv6 ? 0xdd : 0x00});
      wanted.insert(wanted.end(), expected.bytes.begin(), expected.bytes.end());
    }
    // Of the frame around MPLS with IP inside it the program keeps the addresses, and no tags.
    while (expected.encapsulation == kEncapMpls && wanted.size() >= 16 && IsVlanTag(ReadBig16(&wanted[12]))) {
      wanted.erase(wanted.begin() + 12, wanted.begin() + 16);
    }
    CHECK(out == wanted);
    stripped++;
  }
  CHECK(stripped > 100);
}

TEST(the_xdp_program_takes_off_what_decapsulation_takes_off) { Compare({kEncapAuto, 0, 0}, 1); }
TEST(the_xdp_program_takes_off_vxlan_alone) { Compare({kEncapVxlan, 0, 0}, 2); }
TEST(the_xdp_program_takes_off_geneve_alone) { Compare({kEncapGeneve, 0, 0}, 3); }
TEST(the_xdp_program_takes_off_vxlan_inside_geneve) { Compare({kEncapGeneveVxlan, 0, 0}, 9); }
TEST(the_xdp_program_takes_off_tzsp_alone) { Compare({kEncapTzsp, 0, 0}, 10); }
TEST(the_xdp_program_takes_off_tzsp_of_a_named_port) { Compare({kEncapTzsp, 0, 53}, 11); }
TEST(the_xdp_program_takes_off_vxlan_gpe_alone) { Compare({kEncapVxlanGpe, 0, 0}, 12); }
TEST(the_xdp_program_takes_off_gue_alone) { Compare({kEncapGue, 0, 0}, 13); }
TEST(the_xdp_program_takes_off_erm_alone) { Compare({kEncapErm, 0, 0}, 4); }
TEST(the_xdp_program_takes_off_erspan_alone) { Compare({kEncapErspan, 0, 0}, 5); }
TEST(the_xdp_program_takes_off_gre_alone) { Compare({kEncapGre, 0, 0}, 6); }
TEST(the_xdp_program_takes_off_named_bytes_of_a_named_port) { Compare({kEncapSkip, 12, 53}, 7); }
TEST(the_xdp_program_takes_off_erm_of_a_named_port) { Compare({kEncapErm, 0, 6081}, 8); }

TEST(the_xdp_program_takes_off_vxlan_in_vxlan) {
  Compare({kEncapVxlan, 0, 0, {kEncapVxlan}}, 20, {kEncapVxlan, kEncapVxlan});
}
TEST(the_xdp_program_takes_off_erspan_in_geneve) {
  Compare({kEncapGeneve, 0, 0, {kEncapErspan}}, 21, {kEncapGeneve, kEncapErspan});
}
TEST(the_xdp_program_takes_off_erm_in_erspan) {
  Compare({kEncapErspan, 0, 0, {kEncapErm}}, 22, {kEncapErspan, kEncapErm});
}
TEST(the_xdp_program_takes_off_vxlan_gpe_in_gue) {
  Compare({kEncapGue, 0, 0, {kEncapVxlanGpe}}, 23, {kEncapGue, kEncapVxlanGpe});
}
TEST(the_xdp_program_takes_off_gue_in_erspan_in_geneve) {
  Compare({kEncapGeneve, 0, 0, {kEncapErspan, kEncapGue}}, 24, {kEncapGeneve, kEncapErspan, kEncapGue});
}
TEST(the_xdp_program_takes_off_vxlan_in_vxlan_of_a_named_port) {
  // The port of VXLAN-GPE, whose header is one of VXLAN, too.
  Compare({kEncapVxlan, 0, kPortVxlanGpe, {kEncapVxlan}}, 25, {kEncapVxlanGpe, kEncapVxlanGpe});
}
TEST(the_xdp_program_of_six_tunnels_is_one_that_the_kernel_takes) {
  StripOptions options{kEncapGue};
  options.inside.fill(kEncapErspan);
  const OwnedFd map = MakeMap();
  if (!map) test::Skip(std::string("no BPF map can be made: ") + std::strerror(errno));
  CHECK(static_cast<bool>(Load(StripProgram(options, map.get()))));
}

}  // namespace
}  // namespace fandump

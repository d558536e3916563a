// The tunnels that the strip program takes off: what leads from a tunnel's header to the packet inside.
#pragma once

#include "xdp/strip_layers.h"

namespace fandump {

class StripTunnels : protected StripLayers {
 protected:
  explicit StripTunnels(int counters) : StripLayers(counters), tag_(code_.NewLabel()) {}

  // Each begins where the cursor is at the tunnel's header, and ends with a jump to a tail.
  void Skip(uint32_t bytes);
  void Vxlan();
  void VxlanGpe();
  void Geneve();
  void GeneveVxlan();
  void Tzsp();
  // gre: where GRE inside it is taken off.
  void Gue(Label gre);
  // Those of mirrors (strip_mirrors.cc).
  void Erm();
  void Gre(bool erspan_only);

  // The tail for frames with a tag that their mirror took off.
  void TagTail();

  // Where those lead, see StripLayers::ethernet_. kValue is what the tag says.
  Label tag_;

 private:
  void VxlanHeader();
  // Leaves the protocol type in kType and the cursor behind the options.
  void GeneveHeader();
  // Ethernet and IP by the EtherType in kType; anything else is not understood.
  void ByProtocol();
  // Behind the GRE header, whose flags kOther holds: types I and II, type III.
  void Erspan();
  void ErspanIii();
};

}  // namespace fandump

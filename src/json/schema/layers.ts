/** Every layer that a packet may have; the member `layer` tells them apart. */
import type { EapJson, EapolJson, IsakmpJson, RadiusJson } from './access';
import type {
  Dhcp6Json,
  DhcpJson,
  DnsJson,
  HttpJson,
  NtpJson,
  RtspJson,
  SipJson,
  SnmpJson,
  TlsJson,
} from './application';
import type { BgpJson } from './bgp';
import type {
  ErspanJson,
  GeneveJson,
  GreJson,
  L2tpJson,
  MplsJson,
  PppJson,
  PppoeJson,
  VxlanJson,
} from './encapsulation';
import type {
  AhJson,
  DestinationOptionsJson,
  EspJson,
  FragmentJson,
  HopByHopJson,
  Icmp6Json,
  IcmpJson,
  IgmpJson,
  Ipv4Json,
  Ipv6Json,
  OspfJson,
  RoutingJson,
} from './internet';
import type { CdpJson, HsrpJson, LacpJson, LldpJson, VrrpJson } from './lan';
import type { CutShort } from './layer';
import type {
  ArpJson,
  EthernetJson,
  Ieee80211Json,
  LlcJson,
  NullJson,
  RadiotapJson,
  Sll2Json,
  SllJson,
  SnapJson,
  StpJson,
  VlanJson,
} from './link';
import type { BfdJson, PimJson, RipJson, RipngJson } from './routing';
import type { SyslogJson, TftpJson } from './services';
import type { SctpJson, TcpJson, UdpJson } from './transport';

export type CompleteLayerJson =
  | EthernetJson
  | VlanJson
  | LlcJson
  | SnapJson
  | StpJson
  | LldpJson
  | CdpJson
  | LacpJson
  | ArpJson
  | SllJson
  | Sll2Json
  | NullJson
  | Ieee80211Json
  | RadiotapJson
  | Ipv4Json
  | Ipv6Json
  | HopByHopJson
  | DestinationOptionsJson
  | RoutingJson
  | FragmentJson
  | AhJson
  | EspJson
  | IcmpJson
  | Icmp6Json
  | IgmpJson
  | OspfJson
  | VrrpJson
  | TcpJson
  | UdpJson
  | SctpJson
  | GreJson
  | ErspanJson
  | VxlanJson
  | GeneveJson
  | MplsJson
  | PppJson
  | PppoeJson
  | DnsJson
  | DhcpJson
  | Dhcp6Json
  | SnmpJson
  | HttpJson
  | NtpJson
  | HsrpJson
  | BfdJson
  | RipJson
  | RipngJson
  | BgpJson
  | RadiusJson
  | EapolJson
  | EapJson
  | IsakmpJson
  | SipJson
  | RtspJson
  | SyslogJson
  | TftpJson
  | L2tpJson
  | PimJson
  | TlsJson;

type CutShortEach<Layer> = Layer extends { layer: string } ? CutShort<Layer> : never;

export type LayerJson = CompleteLayerJson | CutShortEach<CompleteLayerJson>;

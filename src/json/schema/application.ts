/** Protocols that are told by their port. */
import type { HexBytes, Ipv4Address, Ipv6Address, LayerMarks, MacAddress, PacketText, TimeText } from './layer';

/** RFC 1035; the flags have their RFC's letters. */
export interface DnsJson extends LayerMarks {
  layer: 'dns';
  id: number;
  response: boolean;
  opcode: number;
  rcode: number;
  /** Authoritative answer. */
  aa: boolean;
  /** The message was cut to fit. */
  tc: boolean;
  /** Recursion desired. */
  rd: boolean;
  /** Recursion available. */
  ra: boolean;
  /** Authentic data. */
  ad: boolean;
  /** Checking disabled. */
  cd: boolean;
  questions: DnsQuestionJson[];
  answers?: DnsRecordJson[];
  authorities?: DnsRecordJson[];
  additional?: DnsRecordJson[];
}

export interface DnsQuestionJson {
  /** Without the dot at the end; the root is a dot. A dot or backslash inside a label has a backslash before it. */
  name: PacketText;
  /** `TYPE65535` where the number has no name. */
  type?: string;
  /** `CLASS65535` where the number has no name. */
  class?: string;
}

export interface DnsRecordJson {
  name: PacketText;
  type?: string;
  class?: string;
  /** Seconds. */
  ttl?: number;
  /** A and AAAA. */
  address?: Ipv4Address | Ipv6Address;
  /** TXT and SPF. */
  texts?: PacketText[];
  /** The name that NS, CNAME, DNAME, PTR, MX and SRV point to. */
  target?: PacketText;
  preference?: number;
  priority?: number;
  weight?: number;
  port?: number;
  /** SOA */
  primary?: PacketText;
  mailbox?: PacketText;
  serial?: number;
  refresh?: number;
  retry?: number;
  expire?: number;
  minimum?: number;
  /** OPT */
  udp_size?: number;
  /** OPT: extended rcode, version and flags, 32 bits. */
  edns_flags?: number;
  data?: HexBytes;
}

/** RFC 951, 2131 */
export interface DhcpJson extends LayerMarks {
  layer: 'dhcp';
  /** 1 request, 2 reply. */
  operation: number;
  hardware_type: number;
  hops: number;
  transaction_id: number;
  seconds: number;
  broadcast: boolean;
  client_address: Ipv4Address;
  your_address: Ipv4Address;
  server_address: Ipv4Address;
  relay_address: Ipv4Address;
  client_hardware: MacAddress | HexBytes;
  server_name?: PacketText;
  file?: PacketText;
  options?: DhcpOptionJson[];
}

/** The value is in the member that its form calls for. */
export interface DhcpOptionJson {
  /** 53 is the message type. */
  code: number;
  text?: PacketText;
  addresses?: Ipv4Address[];
  numbers?: number[];
  data?: HexBytes;
}

/** RFC 5905; a control or private message has only the first three members. Times that are not set are left out. */
export interface NtpJson extends LayerMarks {
  layer: 'ntp';
  leap: number;
  version: number;
  mode: number;
  stratum?: number;
  /** Exponents of two, in seconds. */
  poll?: number;
  precision?: number;
  /** Seconds. */
  root_delay?: number;
  root_dispersion?: number;
  /** Up to stratum 1 letters, from 2 on an address. */
  reference_id?: Ipv4Address | PacketText;
  reference_time?: TimeText;
  origin_time?: TimeText;
  receive_time?: TimeText;
  transmit_time?: TimeText;
}

/** RFC 8446: the first record of a segment. */
export interface TlsJson extends LayerMarks {
  layer: 'tls';
  /** 20 change cipher spec, 21 alert, 22 handshake, 23 application data. */
  content_type: number;
  version: number;
  length: number;
  client_hello?: ClientHelloJson;
}

export interface ClientHelloJson {
  version?: number;
  server_name?: PacketText;
  alpn?: PacketText[];
}

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

/** RFC 8415 */
export interface Dhcp6Json extends Dhcp6MessageJson, LayerMarks {
  layer: 'dhcp6';
}

/** A message between relays has its hops and addresses in place of the transaction. */
export interface Dhcp6MessageJson {
  type: number;
  /** 24 bits. */
  transaction_id?: number;
  hops?: number;
  link_address?: Ipv6Address;
  peer_address?: Ipv6Address;
  options?: Dhcp6OptionJson[];
}

/** The value is in the members that the code calls for; times are in seconds. */
export interface Dhcp6OptionJson {
  code: number;
  /** Identity association: its number, and when to ask again. */
  identity?: number;
  renew_after?: number;
  rebind_after?: number;
  address?: Ipv6Address;
  prefix?: Ipv6Address;
  prefix_length?: number;
  preferred_lifetime?: number;
  valid_lifetime?: number;
  /** Those inside an identity association, an address or a prefix. */
  options?: Dhcp6OptionJson[];
  /** What a relay has passed on. */
  message?: Dhcp6MessageJson;
  status?: number;
  text?: PacketText;
  addresses?: Ipv6Address[];
  names?: PacketText[];
  numbers?: number[];
  data?: HexBytes;
}

/** RFC 1157, 1901, 3412 to 3416; of an encrypted message what is not. */
export interface SnmpJson extends LayerMarks {
  layer: 'snmp';
  /** 0 version 1, 1 version 2c, 3 version 3. */
  version?: number;
  community?: PacketText;
  message_id?: number;
  /** That the sender takes. */
  most_bytes?: number;
  /** 1 authenticated, 2 encrypted, 4 an answer is wanted. */
  flags?: number;
  /** 3 user-based. */
  security_model?: number;
  engine_id?: HexBytes;
  engine_boots?: number;
  engine_time?: number;
  user?: PacketText;
  context_engine_id?: HexBytes;
  context_name?: PacketText;
  /** 0 get, 1 get next, 2 response, 3 set, 4 trap of version 1, 5 get bulk, 6 inform, 7 trap, 8 report. */
  pdu?: number;
  request_id?: number;
  error_status?: number;
  error_index?: number;
  non_repeaters?: number;
  max_repetitions?: number;
  enterprise?: ObjectId;
  agent_address?: Ipv4Address;
  generic_trap?: number;
  specific_trap?: number;
  /** Hundredths of a second. */
  time_ticks?: number;
  variables?: SnmpVariableJson[];
}

/**
 * Numbers with dots between.
 * @pattern ^(\d+(\.\d+)*)?$
 */
export type ObjectId = string;

/** The value is in the member that its type calls for; without any it is null. */
export interface SnmpVariableJson {
  name: ObjectId;
  number?: number;
  object?: ObjectId;
  address?: Ipv4Address;
  /** Of printable ASCII. */
  text?: PacketText;
  data?: HexBytes;
  /** 0 no such object, 1 no such instance, 2 end of the view. */
  exception?: number;
}

/** RFC 9112 */
export interface HttpJson extends HttpHeadJson, LayerMarks {
  layer: 'http';
}

/** RFC 3261 */
export interface SipJson extends HttpHeadJson, LayerMarks {
  layer: 'sip';
}

/** RFC 2326, 7826 */
export interface RtspJson extends HttpHeadJson, LayerMarks {
  layer: 'rtsp';
}

/** The head of a message. */
export interface HttpHeadJson {
  method?: PacketText;
  target?: PacketText;
  status?: number;
  reason?: PacketText;
  /** 1.0, 1.1; 2.0 */
  version: PacketText;
  fields?: HttpFieldJson[];
  /** Bytes of the body in this segment; absent: the fields go on in the next one. */
  body_length?: number;
}

export interface HttpFieldJson {
  name: PacketText;
  value: PacketText;
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

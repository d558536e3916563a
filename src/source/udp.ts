// Tunnelled packets that mirrors send to a UDP port; grammar and option names of Zeek's UDP packet source.
import type { Backend, SourceText } from './backend';
import { datagramKinds, encapsulation } from './encapsulation';
import { fanoutChoice } from './fanout-choice';
import { formatUnmapped, isIPv4, parseIPv6 } from './ip-address';
import { multicastGroups } from './multicast';
import { type GivenOptions, option } from './option';
import { maxPort, readPort } from './port';
import { quote } from './quote';
import { groupSizeOption, slotOption } from './steering';
import { size } from './units';
import { choice, integer, truth } from './value';
import { pinOption, workersOption } from './workers';

/** Between addresses, and between ports. */
const separator = ',';
/** Of one source. */
const maxSockets = 256;
const mebibyte = 1024 * 1024;
/** SO_RCVBUF takes an int. */
const maxReceiveBuffer = 2 ** 31 - 1;
/** Room for any UDP payload. */
const maxDatagram = 65536;
const minDatagram = 64;
/** Microseconds. A second of polling is no waiting any more. */
const maxBusyPoll = 1_000_000;

const innerLinkTypes = ['auto', 'en10mb', 'raw', 'ppp'] as const;

export const udpOptions = {
  encapsulation: option(encapsulation(datagramKinds, { nests: true }), {
    default: { kind: 'vxlan' },
    help: 'what is taken off a datagram to get at the packet inside; auto: what port and header say; raw is skip=0; tunnels in tunnels with + between them, from outside in, as vxlan+vxlan',
    bare: /^(((vxlan|vxlan-gpe|geneve|gue|erm|erspan|tzsp)(\+.*)?)|auto|raw|skip|skip=.*)$/i,
  }),
  inner_port: option(integer(1, maxPort, 'assigned'), {
    default: 'assigned',
    help: 'UDP port of tunnels in tunnels; assigned: those of the encapsulation, and that of the tunnel around it',
  }),
  strict: option(truth(), {
    default: false,
    help: 'refuse and count what the end of a tunnel has to drop: critical GENEVE options that are not known, malformed options, control messages of GENEVE and VXLAN-GPE',
  }),
  dlt: option(choice(innerLinkTypes), {
    default: 'auto',
    help: 'link type of the packet inside; auto: what the header of GENEVE, VXLAN-GPE, GUE or ERSPAN names, Ethernet elsewhere',
    flag: '-y',
  }),
  group: option(multicastGroups(), {
    default: [],
    help: 'multicast groups that are joined, IPv6 in brackets; SOURCE: whose datagrams alone are taken; the address listened on is 0.0.0.0, [::] or the group itself; they are joined again on an interface that comes back',
  }),
  reuseport: option(truth(), {
    default: false,
    help: 'share the port with other receivers; each of them gets every multicast and broadcast datagram, and so do workers',
  }),
  fanout: option(fanoutChoice(['hash']), {
    default: 'hash',
    help: 'how they share datagrams out: by outer addresses and ports, by the flow inside, or by a program',
  }),
  group_size: groupSizeOption(
    'how many separate processes share the port, for fanout=inner; 0: this one alone, with its workers',
  ),
  slot: slotOption,
  workers: workersOption,
  pin: pinOption,
  gro: option(choice(['auto', 'on', 'off'] as const), {
    default: 'auto',
    help: 'let the kernel hand datagrams of one flow over together, many times faster; they share one time stamp then',
  }),
  implementation: option(choice(['auto', 'recvmmsg', 'io_uring'] as const), {
    default: 'recvmmsg',
    help: 'how datagrams are received; auto: by recvmmsg, which measures show to cost less',
    zeek: 'PacketSource::UDP::implementation',
  }),
  busy_poll: option(integer(0, maxBusyPoll), {
    default: 0,
    help: 'microseconds for which a receive asks the device before it sleeps; older kernels want CAP_NET_ADMIN',
  }),
  udp_recv_buffer_size: option(size(0, maxReceiveBuffer), {
    default: 16 * mebibyte,
    help: 'receive buffer asked of the kernel; 0 leaves its default; -B counts in KiB',
    zeek: 'PacketSource::UDP::udp_recv_buffer_size',
    flag: '-B',
  }),
  recvmmsg_buffers: option(integer(1, 1024), {
    default: 1024,
    help: 'most datagrams that one system call receives, and buffers of io_uring',
    zeek: 'PacketSource::UDP::recvmmsg_buffers',
  }),
  recvmmsg_buffer_size: option(size(minDatagram, maxDatagram), {
    default: 9248,
    help: 'room for one datagram; longer ones are cut and counted',
    zeek: 'PacketSource::UDP::recvmmsg_buffer_size',
  }),
};

/** Where a source listens: on each port of each address. */
export interface UdpTarget {
  /** IPv4 addresses, IPv6 addresses without brackets. */
  addresses: readonly string[];
  ports: readonly number[];
}

export interface UdpSource extends UdpTarget {
  backend: 'udp';
  options: GivenOptions<typeof udpOptions>;
}

const ioUring = 'recvmmsg_buffers and recvmmsg_buffer_size hold for the io_uring receiver, too';

export const udp: Backend<UdpTarget> = {
  name: 'udp',
  targetSyntax: 'ADDRESS[,ADDRESS...]:PORT[,PORT...]',
  help: 'packets that arrive in UDP tunnels; needs no privilege',
  options: udpOptions,
  unsupported: {
    'PacketSource::UDP::poll_interval': 'the receiver sleeps in the kernel and never polls',
    'PacketSource::UDP::recvmmsg_use_selectable_fd': 'the receiver sleeps in the kernel and never polls',
    'PacketSource::UDP::io_uring_sq_entries': ioUring,
    'PacketSource::UDP::io_uring_cq_entries': ioUring,
    'PacketSource::UDP::io_uring_buffers': ioUring,
    'PacketSource::UDP::io_uring_buffer_shift': ioUring,
  },

  parseTarget(source, start) {
    const { addresses, end: colon } = parseHosts(source, start);
    const { ports, end } = parsePorts(source, colon);
    if (addresses.length * ports.length > maxSockets) {
      const reason = `${addresses.length} addresses with ${ports.length} ports each take too many sockets`;
      source.fail('ESOURCE_PORT', colon + 1, reason, `at most ${maxSockets} in one source`);
    }
    return { target: { addresses, ports }, end };
  },

  formatTarget: ({ addresses, ports }) => `${addresses.map(bracketed).join(',')}:${ports.join(',')}`,
};

function bracketed(address: string): string {
  return address.includes(':') ? `[${address}]` : address;
}

function parseHosts(source: SourceText, start: number): { addresses: string[]; end: number } {
  const addresses: string[] = [];
  for (let at = start; ; ) {
    const host = source.text[at] === '[' ? parseBrackets(source, at) : parseHost(source, at);
    if (addresses.includes(host.address)) {
      source.fail('ESOURCE_ADDRESS', at, `${quote(host.address)} stands there twice`, 'name each address once');
    }
    addresses.push(host.address);
    if (source.text[host.end] !== separator) return { addresses, end: host.end };
    at = host.end + 1;
  }
}

function parseBrackets(source: SourceText, start: number): { address: string; end: number } {
  const { text } = source;
  const close = text.indexOf(']', start);
  if (close < 0) {
    source.fail('ESOURCE_ADDRESS', text.length, `missing ']' after the IPv6 address`, 'write udp::[::1]:4789');
  }
  const inside = text.slice(start + 1, close);
  if (isIPv4(inside)) {
    const hint = `write udp::${inside}${text.slice(close + 1)}`;
    source.fail('ESOURCE_ADDRESS', start, 'brackets are for IPv6 addresses', hint);
  }
  const scope = inside.indexOf('%');
  if (scope >= 0) {
    const reason = `an address to listen on takes no scope, as ${quote(inside.slice(scope))}`;
    source.fail('ESOURCE_ADDRESS', start + 1 + scope, reason, `write udp::[::]${text.slice(close + 1)}`);
  }
  const groups = parseIPv6(inside);
  if (groups === undefined) {
    source.fail('ESOURCE_ADDRESS', start + 1, `${quote(inside)} is not an IPv6 address`, 'write udp::[::1]:4789');
  }
  if (close + 1 < text.length && text[close + 1] !== ':' && text[close + 1] !== separator) {
    source.fail('ESOURCE_ADDRESS', close + 1, `unexpected text after ']'`, `write ':' and the port after ']'`);
  }
  return { address: formatUnmapped(groups), end: close + 1 };
}

function parseHost(source: SourceText, start: number): { address: string; end: number } {
  const { text } = source;
  const end = start + text.slice(start).search(/[:,]|$/);
  const host = text.slice(start, end);
  if (isIPv4(host)) return { address: host, end };
  const bare = bareIPv6(text.slice(start));
  if (bare !== undefined) {
    const hint = `write udp::[${bare}]${text.slice(start + bare.length) || ':4789'}`;
    source.fail('ESOURCE_ADDRESS', start, 'an IPv6 address stands in brackets', hint);
  }
  const rest = text.slice(end) || ':4789';
  if (host === '') {
    source.fail('ESOURCE_ADDRESS', start, 'missing address', `write udp::0.0.0.0${rest} for every IPv4 address`);
  }
  if (host === '*' || host.toLowerCase() === 'any') {
    const hint = `write udp::0.0.0.0${rest} for every IPv4 address, udp::[::]${rest} for IPv6 too`;
    source.fail('ESOURCE_ADDRESS', start, `${quote(host)} is not an address`, hint);
  }
  const hint = `write four numbers, as udp::127.0.0.1${rest}; names are not looked up`;
  source.fail('ESOURCE_ADDRESS', start, `${quote(host)} is not an IPv4 address`, hint);
}

/** The IPv6 address that the text begins with: the longest one before a port, else the whole text. */
function bareIPv6(text: string): string | undefined {
  for (let end = text.lastIndexOf(':'); end > 0; end = text.lastIndexOf(':', end - 1)) {
    const candidate = text.slice(0, end);
    if (/^:\d{1,5}(:|$)/.test(text.slice(end)) && parseIPv6(candidate) !== undefined) return candidate;
  }
  return parseIPv6(text) === undefined ? undefined : text;
}

function parsePorts(source: SourceText, colon: number): { ports: number[]; end: number } {
  const { text } = source;
  const start = colon + 1;
  const next = text.indexOf(':', start);
  const end = next < 0 ? text.length : next;
  if (start >= end) {
    source.fail('ESOURCE_PORT', Math.min(start, text.length), 'missing port', `write ${text.slice(0, colon)}:4789`);
  }
  const ports: number[] = [];
  let at = start;
  for (const digits of text.slice(start, end).split(separator)) {
    const port = readPort(source, at, digits);
    if (ports.includes(port)) source.fail('ESOURCE_PORT', at, `${port} stands there twice`, 'name each port once');
    ports.push(port);
    at += digits.length + 1;
  }
  // Zeek ignores one colon behind the port.
  return { ports, end: end === text.length - 1 ? text.length : end };
}

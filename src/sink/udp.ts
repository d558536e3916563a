// Packets sent on in UDP tunnels. VXLAN: RFC 7348. GENEVE: RFC 8926.
import type { Backend } from '../source/backend';
import { encapsulation } from '../source/encapsulation';
import { type GivenOptions, option } from '../source/option';
import { quote } from '../source/quote';
import { udp as udpSource } from '../source/udp';
import { choice, integer } from '../source/value';

/** 24 bits. */
const maxVni = 0xffffff;
/** Packets per second. */
export const maxRate = 1_000_000_000;
const maxSourcePorts = 1024;

export const udpSinkOptions = {
  encapsulation: option(encapsulation(['vxlan', 'geneve']), {
    default: { kind: 'vxlan' },
    help: 'the tunnel: VXLAN for Ethernet frames, GENEVE for these and for IP packets; raw: none; skip=N: N zero bytes',
    bare: /^(vxlan|geneve|raw|skip|skip=.*)$/i,
  }),
  vni: option(integer(0, maxVni), {
    default: 0,
    help: 'network identifier in the header of VXLAN or GENEVE',
  }),
  rate: option(integer(0, maxRate), {
    default: 0,
    help: 'packets per second at most; 0: as they come',
  }),
  ports: option(integer(1, maxSourcePorts), {
    default: 16,
    help: 'how many source ports flows are spread over; both directions of a flow have the same',
  }),
  gso: option(choice(['auto', 'off'] as const), {
    default: 'auto',
    help: 'let the kernel carry packets of one size together (UDP_SEGMENT) where it can',
  }),
};

export interface UdpSink {
  backend: 'udp';
  /** IPv4 address, or IPv6 address without brackets. */
  address: string;
  port: number;
  options: GivenOptions<typeof udpSinkOptions>;
}

const receiver = 'name one receiver, as udp::192.0.2.1:4789';

export const udpSink: Backend<{ address: string; port: number }> = {
  name: 'udp',
  targetSyntax: 'ADDRESS:PORT',
  help: 'each packet is sent on in a UDP datagram; needs no privilege',
  options: udpSinkOptions,
  unsupported: {},

  parseTarget(sink, start) {
    const rest = sink.text.slice(start);
    const scope = /^\[[^\]]*(%[^\]]*)/.exec(rest);
    if (scope !== null) {
      const at = start + scope[0].length - scope[1].length;
      sink.fail('ESOURCE_ADDRESS', at, `an address with a scope, as ${quote(scope[1])}, cannot be sent to`, receiver);
    }
    const nobody = /^(\*|any)?(?=:|$)/i.exec(rest);
    if (nobody !== null) {
      const reason = nobody[0] === '' ? 'missing address' : `${quote(nobody[0])} is not an address`;
      sink.fail('ESOURCE_ADDRESS', start, reason, receiver);
    }
    const { target, end } = udpSource.parseTarget(sink, start);
    const [address] = target.addresses;
    const [port] = target.ports;
    if (target.addresses.length > 1 || target.ports.length > 1) {
      sink.fail('ESOURCE_ADDRESS', start, 'several addresses or ports are for sources', receiver);
    }
    if (address === '0.0.0.0' || address === '::') {
      sink.fail('ESOURCE_ADDRESS', start, 'every address is for sources; nobody can be sent to there', receiver);
    }
    return { target: { address, port }, end };
  },

  formatTarget: ({ address, port }) => udpSource.formatTarget({ addresses: [address], ports: [port] }),
};

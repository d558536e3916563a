/** The built-in capture of the demonstration: a few moments of an ordinary network, made with right checksums. */
import { arp, ethernet, icmp, icmpv6, ipv4, ipv6, type Layer, tcp, udp } from '../frames/frames';

const host = { mac: '02:00:00:00:00:01', ip: '192.0.2.10', ip6: '2001:db8::10' };
const router = { mac: '02:00:00:00:00:fe', ip: '192.0.2.1', ip6: '2001:db8::1' };
const webServer = '198.51.100.80';
const webPort = 80;
const clientPort = 49152;
const dnsPort = 53;
const resolverPort = 40053;

/** TCP options of RFC 9293 and 7323: maximum segment size 1460, no operation, window scale 7, SACK permitted, end. */
const synOptions = Uint8Array.of(2, 4, 5, 0xb4, 1, 3, 3, 7, 4, 2, 0, 0);

const request = 'GET / HTTP/1.1\r\nHost: example.com\r\n\r\n';
const response = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello';

/** A frame from the host to the router, or back. */
const out = (payload: Layer) => ethernet({ source: host.mac, destination: router.mac }, payload);
const back = (payload: Layer) => ethernet({ source: router.mac, destination: host.mac }, payload);

function addressResolution(): Uint8Array[] {
  return [
    ethernet(
      { source: host.mac, destination: 'ff:ff:ff:ff:ff:ff' },
      arp({ operation: 'request', senderMac: host.mac, senderIp: host.ip, targetIp: router.ip }),
    ),
    back(
      arp({
        operation: 'reply',
        senderMac: router.mac,
        senderIp: router.ip,
        targetMac: host.mac,
        targetIp: host.ip,
      }),
    ),
  ];
}

/** RFC 1035: a question for example.com's address, and its answer. */
function nameLookup(): Uint8Array[] {
  // Identifier 0x1234, one question; recursion desired, then an answer with recursion available.
  const queryHeader = Buffer.from('123401000001000000000000', 'hex');
  const answerHeader = Buffer.from('123481800001000100000000', 'hex');
  const question = Buffer.from('\x07example\x03com\x00\x00\x01\x00\x01', 'latin1');
  // The name again by pointer, type A, class IN, one hour to live, four bytes of address.
  const answer = Uint8Array.of(0xc0, 12, 0, 1, 0, 1, 0, 0, 0x0e, 0x10, 0, 4, ...webServer.split('.').map(Number));
  const query = udp({ sourcePort: resolverPort, destinationPort: dnsPort }, Buffer.concat([queryHeader, question]));
  const reply = udp(
    { sourcePort: dnsPort, destinationPort: resolverPort },
    Buffer.concat([answerHeader, question, answer]),
  );
  return [
    out(ipv4({ source: host.ip, destination: router.ip, id: 1 }, query)),
    back(ipv4({ source: router.ip, destination: host.ip, id: 2 }, reply)),
  ];
}

/** One end of the HTTP exchange; `next` is the sequence number it sends next. */
interface End {
  ip: string;
  port: number;
  ttl: number;
  next: number;
  frame: (payload: Layer) => Uint8Array;
}

/** One HTTP exchange, from the first SYN to the last ACK. */
function webRequest(): Uint8Array[] {
  const client: End = { ip: host.ip, port: clientPort, ttl: 64, next: 1000, frame: out };
  const server: End = { ip: webServer, port: webPort, ttl: 57, next: 5000, frame: back };
  let id = 100;
  const segment = (from: End, to: End, flags: string, payload = ''): Uint8Array => {
    const acknowledgement = flags === 'S' ? 0 : to.next;
    const options = flags.includes('S') ? synOptions : undefined;
    const ports = { sourcePort: from.port, destinationPort: to.port };
    const content = tcp({ ...ports, sequence: from.next, acknowledgement, flags, window: 502, options }, payload);
    // SYN and FIN take a sequence number of their own (RFC 9293 section 3.4).
    from.next += payload.length + (/[SF]/.test(flags) ? 1 : 0);
    const addresses = { source: from.ip, destination: to.ip };
    return from.frame(ipv4({ ...addresses, id: id++, ttl: from.ttl, dontFragment: true }, content));
  };
  return [
    segment(client, server, 'S'),
    segment(server, client, 'S.'),
    segment(client, server, '.'),
    segment(client, server, 'P.', request),
    segment(server, client, '.'),
    segment(server, client, 'P.', response),
    segment(client, server, '.'),
    segment(client, server, 'F.'),
    segment(server, client, 'F.'),
    segment(client, server, '.'),
  ];
}

/** Echo request and reply of RFC 792 and RFC 4443, identifier 7, sequence numbers from 1. */
function pings(): Uint8Array[] {
  const data = new Uint8Array(56).map((_, index) => index);
  const rest = (sequence: number) => (7 << 16) | sequence;
  const echo4 = (type: number, sequence: number) => icmp({ type, rest: rest(sequence) }, data);
  const echo6 = (type: number, sequence: number) => icmpv6({ type, rest: rest(sequence) }, data);
  return [
    out(ipv4({ source: host.ip, destination: router.ip, id: 3, dontFragment: true }, echo4(8, 1))),
    back(ipv4({ source: router.ip, destination: host.ip, id: 4 }, echo4(0, 1))),
    out(ipv6({ source: host.ip6, destination: router.ip6 }, echo6(128, 1))),
    back(ipv6({ source: router.ip6, destination: host.ip6 }, echo6(129, 1))),
    out(ipv6({ source: host.ip6, destination: router.ip6 }, echo6(128, 2))),
    back(ipv6({ source: router.ip6, destination: host.ip6 }, echo6(129, 2))),
  ];
}

/** The frames in the order in which they are sent, each from its destination address on. */
export function builtInCapture(): Uint8Array[] {
  return [...addressResolution(), ...nameLookup(), ...webRequest(), ...pings()];
}

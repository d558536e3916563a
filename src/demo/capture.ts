/** The built-in capture of the demonstration: a few moments of an ordinary network, made with right checksums. */
import { arp, ethernet, icmp, icmpv6, ipv4, ipv6, tcp, udp } from '../../test/support/frames';

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
const out = (payload: Parameters<typeof ethernet>[1]) =>
  ethernet({ source: host.mac, destination: router.mac }, payload);
const back = (payload: Parameters<typeof ethernet>[1]) =>
  ethernet({ source: router.mac, destination: host.mac }, payload);

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
  const header = (flags: number, answers: number) => [0x12, 0x34, flags >> 8, flags & 0xff, 0, 1, 0, answers, 0, 0, 0, 0];
  const name = [7, ...Buffer.from('example'), 3, ...Buffer.from('com'), 0];
  const question = [...name, 0, 1, 0, 1];
  // The name again by pointer, type A, class IN, one hour to live, four bytes of address.
  const answer = [0xc0, 12, 0, 1, 0, 1, 0, 0, 0x0e, 0x10, 0, 4, ...webServer.split('.').map(Number)];
  const recursionDesired = 0x0100;
  const recursiveAnswer = 0x8180;
  return [
    out(
      ipv4(
        { source: host.ip, destination: router.ip, id: 1 },
        udp(
          { sourcePort: resolverPort, destinationPort: dnsPort },
          Uint8Array.of(...header(recursionDesired, 0), ...question),
        ),
      ),
    ),
    back(
      ipv4(
        { source: router.ip, destination: host.ip, id: 2 },
        udp(
          { sourcePort: dnsPort, destinationPort: resolverPort },
          Uint8Array.of(...header(recursiveAnswer, 1), ...question, ...answer),
        ),
      ),
    ),
  ];
}

/** One HTTP exchange, from the first SYN to the last ACK. */
function webRequest(): Uint8Array[] {
  const clientStart = 1000;
  const serverStart = 5000;
  let sent = clientStart;
  let answered = serverStart;
  let id = 100;
  const fromClient = (flags: string, payload = '', options?: Uint8Array): Uint8Array => {
    const segment = tcp(
      {
        sourcePort: clientPort,
        destinationPort: webPort,
        sequence: sent,
        acknowledgement: flags === 'S' ? 0 : answered,
        flags,
        window: 502,
        options,
      },
      payload,
    );
    sent += payload.length + (/[SF]/.test(flags) ? 1 : 0);
    return out(ipv4({ source: host.ip, destination: webServer, id: id++, dontFragment: true }, segment));
  };
  const fromServer = (flags: string, payload = '', options?: Uint8Array): Uint8Array => {
    const segment = tcp(
      {
        sourcePort: webPort,
        destinationPort: clientPort,
        sequence: answered,
        acknowledgement: sent,
        flags,
        window: 509,
        options,
      },
      payload,
    );
    answered += payload.length + (/[SF]/.test(flags) ? 1 : 0);
    return back(ipv4({ source: webServer, destination: host.ip, id: id++, ttl: 57, dontFragment: true }, segment));
  };
  return [
    fromClient('S', '', synOptions),
    fromServer('S.', '', synOptions),
    fromClient('.'),
    fromClient('P.', request),
    fromServer('.'),
    fromServer('P.', response),
    fromClient('.'),
    fromClient('F.'),
    fromServer('F.'),
    fromClient('.'),
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

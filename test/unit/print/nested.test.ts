/** As many layers around each other as a packet of IP holds. */
import { describe, expect, test } from 'vitest';
import { concat, ethernet, ipv4, type Layer, toBytes, udp } from '../../../src/frames/frames';
import { Lines } from './lines';

const mostInIp = 65535;
const bytes = (...values: number[]) => Uint8Array.from(values);

/** IP packets around each other, as many as fit into one; `around` puts one more around what it is given. */
function nested(around: (inside: Uint8Array) => Layer): Uint8Array {
  let packet = new Uint8Array(0);
  for (;;) {
    const next = toBytes(around(packet));
    if (next.length > mostInIp) return ethernet({ type: 0x0800 }, packet);
    packet = new Uint8Array(next);
  }
}

const ipInIp = 4;
const greProtocol = 47;
const authenticationHeader = 51;

/** TLVs or options around each other, as many as a datagram holds; `head` makes what stands before the inner ones. */
function nestedOptions(start: Uint8Array, head: (inside: number) => number[], port: number): Uint8Array {
  let options = bytes();
  for (;;) {
    const next = concat(bytes(...head(options.length)), options);
    if (start.length + next.length > mostInIp - 48) break;
    options = new Uint8Array(next);
  }
  return ethernet({}, ipv4({}, udp({ destinationPort: port, checksum: 0 }, concat(start, options))));
}

const high = (value: number) => value >> 8;
const low = (value: number) => value & 255;

describe('layers around each other are printed as far as packets nest, and what is left out is said', () => {
  test.each([
    ['IP in IP', nested((inside) => ipv4({ protocol: ipInIp }, inside))],
    ['GRE', nested((inside) => ipv4({ protocol: greProtocol }, concat(bytes(0, 0, 8, 0), inside)))],
    [
      'VXLAN',
      nested((inside) => {
        const frame = ethernet({ type: 0x0800 }, inside);
        return ipv4({}, udp({ destinationPort: 4789, checksum: 0 }, concat(bytes(8, 0, 0, 0, 0, 0, 1, 0), frame)));
      }),
    ],
    ['errors of ICMP', nested((inside) => ipv4({ protocol: 1 }, concat(bytes(3, 1, 0, 0, 0, 0, 0, 0), inside)))],
    ['options of DHCPv6', nestedOptions(bytes(7, 0, 0, 1), (inside) => [0, 45, high(inside), low(inside)], 546)],
    [
      'messages of DHCPv6 in messages',
      nestedOptions(bytes(), (inside) => [12, ...new Array<number>(33).fill(0), 0, 9, high(inside), low(inside)], 547),
    ],
    [
      'authentication headers',
      ethernet(
        {},
        ipv4(
          { protocol: authenticationHeader },
          new Uint8Array(mostInIp - 20).map((_, at) => [authenticationHeader, 1][at % 12] ?? 0),
        ),
      ),
    ],
  ])('%s', (_, frame) => {
    const verbose = 1;
    expect(new Lines({ verbose }).print(frame)).toContain(' [more than 64 layers]');
  });

  test('TLVs of HNCP', () => {
    const frame = nestedOptions(bytes(), (inside) => [0, 33, high(inside), low(inside)], 8231);
    const verbose = 3;
    expect(new Lines({ verbose }).print(frame)).toContain(' [more than 64 layers]');
  });

  test('escaped PPP frames', () => {
    const frame = new Uint8Array(mostInIp).fill(0x7e);
    frame.set([0xff, 0x03]);
    const linkTypePpp = 9;
    expect(new Lines().print(frame, linkTypePpp)).toContain(' [more than 64 layers]');
  });

  test('PPI headers', () => {
    const linkTypePpi = 192;
    const frame = new Uint8Array(mostInIp).map((_, at) => [0, 0, 8, 0, linkTypePpi][at % 8] ?? 0);
    expect(new Lines().print(frame, linkTypePpi)).toContain(' [more than 64 layers]');
  });
});

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

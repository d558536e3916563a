import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concat, ethernet, ipv4, tcp, toBytes, udp } from '../../support/frames';
import { Lines } from './lines';

const rawLinkType = 101;
const linkHeader = 14;
const timestampOption = Uint8Array.of(1, 1, 8, 10, 0xff, 0, 0, 7, 0, 0, 0, 9);

const port = fc.oneof(fc.constantFrom(22, 53, 80, 443, 2049, 4789, 40_000), fc.integer({ min: 0, max: 65_535 }));
const number = fc.integer({ min: 0, max: 0xffffffff });
const host = fc.constantFrom('10.0.0.1', '192.0.2.200', '255.255.255.255');
const payload = fc.uint8Array({ maxLength: 20 });

const segment = fc
  .record({
    source: host,
    destination: host,
    sourcePort: port,
    destinationPort: port,
    sequence: number,
    acknowledgement: number,
    window: fc.integer({ min: 0, max: 65_535 }),
    flags: fc.constantFrom('', 'S', 'S.', '.', 'P.', 'F.', 'R', 'R.', 'P.U', '.E', 'SEW'),
    options: fc.constantFrom(new Uint8Array(0), timestampOption, Uint8Array.of(2, 4, 5, 180)),
    payload,
  })
  .map(({ source, destination, payload, ...fields }) => ipv4({ source, destination }, tcp(fields, payload)));

const datagram = fc
  .record({ source: host, destination: host, sourcePort: port, destinationPort: port, payload })
  .map(({ source, destination, payload, ...fields }) => ipv4({ source, destination }, udp(fields, payload)));

/** An IPv4 packet, perhaps with a byte changed, cut, or with padding behind it. */
const packet = fc
  .tuple(
    fc.oneof(segment, datagram).map((layer) => toBytes(layer)),
    fc.option(fc.tuple(fc.nat(59), fc.integer({ min: 0, max: 255 })), { freq: 2 }),
    fc.constantFrom(0, 0, 0, -1, -9, 6),
  )
  .map(([bytes, change, more]) => {
    const changed = Uint8Array.from(more < 0 ? bytes.subarray(0, more) : concat(bytes, new Uint8Array(more)));
    if (change !== null && change[0] < changed.length) changed[change[0]] = change[1];
    return changed;
  });

describe('the line that most lines are', () => {
  // In a raw IP packet the printers of the layers write it, in an Ethernet frame it is written in one go.
  test.each([{}, { absoluteSequence: true }, { verbose: 1 }, { verbose: 1, noChecksum: true }])(
    'is the one that the printers of the layers write, with %j',
    (options) => {
      fc.assert(
        fc.property(fc.array(packet, { minLength: 1, maxLength: 6 }), (packets) => {
          const inOneGo = new Lines(options);
          const layerByLayer = new Lines(options);
          for (const bytes of packets) {
            const frame = ethernet({ type: 0x0800 }, bytes);
            const line = inOneGo.print(frame);
            // Other versions than 4 have other words in a raw packet.
            if (bytes[0] >> 4 !== 4) continue;
            expect(line).toBe(layerByLayer.print(bytes, rawLinkType, frame.length - linkHeader));
          }
        }),
        { numRuns: 2000 },
      );
    },
  );

  test('has its bytes after it from the network header on', () => {
    const frame = ethernet({}, ipv4({}, udp({ sourcePort: 5000, destinationPort: 6000 }, 'x')));
    const [, firstRow] = new Lines({ hex: 'x' }).print(frame).split('\n');
    expect(firstRow).toMatch(/^\t0x0000: {2}4500 001d/);
  });
});

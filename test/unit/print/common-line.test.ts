import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PacketFlag } from '../../../src/decode/packet';
import { concat, ethernet, ipv4, ipv6, tcp, toBytes, udp } from '../../support/frames';
import { Lines } from './lines';

const rawLinkType = 101;
const linkHeader = 14;
const timestampOption = Uint8Array.of(1, 1, 8, 10, 0xff, 0, 0, 7, 0, 0, 0, 9);

const port = fc.oneof(fc.constantFrom(22, 53, 80, 443, 2049, 4789, 40_000), fc.integer({ min: 0, max: 65_535 }));
const number = fc.integer({ min: 0, max: 0xffffffff });
const host = fc.constantFrom('10.0.0.1', '192.0.2.200', '255.255.255.255');
const host6 = fc.constantFrom('2001:db8::1', 'fe80::a:0:0:b', '::', '::ffff:c000:201', '1:0:0:2:3:4:5:6');
const types: Record<number, number> = { 4: 0x0800, 6: 0x86dd };
const payload = fc.uint8Array({ maxLength: 20 });

const segment = fc
  .record({
    sourcePort: port,
    destinationPort: port,
    sequence: number,
    acknowledgement: number,
    window: fc.integer({ min: 0, max: 65_535 }),
    flags: fc.constantFrom('', 'S', 'S.', '.', 'P.', 'F.', 'R', 'R.', 'P.U', '.E', 'SEW'),
    options: fc.constantFrom(new Uint8Array(0), timestampOption, Uint8Array.of(2, 4, 5, 180)),
    payload,
  })
  .map(({ payload, ...fields }) => tcp(fields, payload));

const datagram = fc
  .record({ sourcePort: port, destinationPort: port, payload })
  .map(({ payload, ...fields }) => udp(fields, payload));

const transport = fc.oneof(segment, datagram);
const header4 = fc.record({ source: host, destination: host });
const header6 = fc.record({
  source: host6,
  destination: host6,
  trafficClass: fc.constantFrom(0, 2, 0xb8),
  flowLabel: fc.constantFrom(0, 0x7, 0x12345, 0xfffff),
});

/** A packet, perhaps with a byte changed, cut, or with padding behind it, and what the worker would say of it. */
const packet = fc
  .tuple(
    fc.oneof(
      fc.tuple(header4, transport).map(([header, layer]) => toBytes(ipv4(header, layer))),
      fc.tuple(header6, transport).map(([header, layer]) => toBytes(ipv6(header, layer))),
    ),
    fc.option(fc.tuple(fc.nat(79), fc.integer({ min: 0, max: 255 })), { freq: 2 }),
    fc.constantFrom(0, 0, 0, -1, -9, 6),
  )
  .map(([bytes, change, more]) => {
    const changed = Uint8Array.from(more < 0 ? bytes.subarray(0, more) : concat(bytes, new Uint8Array(more)));
    if (change !== null && change[0] < changed.length) changed[change[0]] = change[1];
    const isRight = change === null && more >= 0;
    return { bytes: changed, version: bytes[0] >> 4, flags: isRight ? PacketFlag.checksumVerified : 0 };
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
          for (const { bytes, version, flags } of packets) {
            const frame = ethernet({ type: types[version] }, bytes);
            const line = inOneGo.print(frame, 1, frame.length, flags);
            // A raw packet tells its version itself.
            if (bytes[0] >> 4 !== version) continue;
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

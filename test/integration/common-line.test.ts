import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { NativePlan } from '../../src/engine/native';
import { CaptureSession } from '../../src/engine/session';
import { arp, concat, ethernet, icmp, ipv4, ipv6, tcp, toBytes, udp, vlan, vxlan } from '../../src/frames/frames';
import { commonLines } from '../../src/print/common-line';
import { defaultPrintOptions, type PrintOptions } from '../../src/print/options';
import { PacketPrinter } from '../../src/print/printer';
import { LineWriter } from '../../src/print/text/line-writer';
import { writePcap } from '../support/pcap-writer';

const folder = mkdtempSync(join(tmpdir(), 'fandump-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const timestampOption = Uint8Array.of(1, 1, 8, 10, 0xff, 0, 0, 7, 0, 0, 0, 9);
const port = fc.oneof(
  fc.constantFrom(22, 53, 80, 443, 443, 2049, 4789, 40_000, 40_000),
  fc.integer({ min: 0, max: 65_535 }),
);
const number = fc.integer({ min: 0, max: 0xffffffff });
const octet = fc.integer({ min: 0, max: 255 });
const host4 = fc.constantFrom('10.0.0.1', '192.0.2.200', '255.255.255.255', '0.0.0.0');
/** Every pattern of zero groups, and IPv4 addresses inside. */
const host6 = fc
  .array(fc.constantFrom(0, 0, 0, 1, 0xffff, 0xab0, 0xc0a8), { minLength: 8, maxLength: 8 })
  .map((groups) => groups.map((group) => group.toString(16)).join(':'));
const payload = fc.uint8Array({ maxLength: 40 });

const segment = fc
  .record({
    sourcePort: port,
    destinationPort: port,
    sequence: number,
    acknowledgement: number,
    window: fc.integer({ min: 0, max: 65_535 }),
    flags: fc.constantFrom('', 'S', 'S.', '.', '.', 'P.', 'F.', 'R', 'R.', 'P.U', '.E', 'SEW', 'FSRP.EW'),
    options: fc.constantFrom(new Uint8Array(0), timestampOption, timestampOption, Uint8Array.of(2, 4, 5, 180)),
    checksum: fc.constantFrom(undefined, undefined, undefined, 0xbad1),
    payload,
  })
  .map(({ payload, ...fields }) => tcp(fields, payload));

const datagram = fc
  .record({
    sourcePort: port,
    destinationPort: port,
    checksum: fc.constantFrom(undefined, undefined, 0, 0xbad1),
    payload,
  })
  .map(({ payload, ...fields }) => udp(fields, payload));

const packet4 = fc
  .record({
    source: host4,
    destination: host4,
    ttl: fc.constantFrom(0, 1, 64, 255),
    tos: fc.constantFrom(0, 0, 0xb8, 0xb9, 2, 3),
    id: fc.integer({ min: 0, max: 65_535 }),
    dontFragment: fc.boolean(),
    moreFragments: fc.constantFrom(false, false, false, true),
    transport: fc.oneof(segment, datagram),
  })
  .map(({ transport, ...header }) => ipv4(header, transport));

const packet6 = fc
  .record({
    source: host6,
    destination: host6,
    trafficClass: fc.constantFrom(0, 2, 0xb8),
    flowLabel: fc.constantFrom(0, 0x7, 0x12345, 0xfffff),
    transport: fc.oneof(segment, datagram),
  })
  .map(({ transport, ...header }) => ipv6(header, transport));

const packet = fc.oneof(packet4, packet6);
/** What shows a segment's numbers from elsewhere: out of a tunnel, an error's quotation, a tagged frame. */
const around = fc.oneof(
  packet.map((inner) => ethernet({}, vlan({ id: 7 }, inner))),
  packet.map((inner) => ethernet({}, ipv4({}, inner))),
  packet.map((inner) => ethernet({}, ipv4({}, udp({ destinationPort: 4789 }, vxlan({}, ethernet({}, inner)))))),
  packet4.map((inner) => ethernet({}, ipv4({}, icmp({ type: 3, code: 1 }, inner)))),
  fc.constant(ethernet({}, arp({ operation: 'request', senderIp: '192.0.2.1', targetIp: '192.0.2.2' }))),
);

/** A frame, perhaps with a byte changed, cut, or with padding behind it. */
const frame = fc
  .tuple(
    fc.oneof({ weight: 4, arbitrary: packet.map((inner) => ethernet({}, inner)) }, { weight: 1, arbitrary: around }),
    fc.option(fc.tuple(fc.nat(79), octet), { freq: 4 }),
    fc.constantFrom(0, 0, 0, 0, -1, -9, 6),
  )
  .map(([whole, change, more]) => {
    const bytes = toBytes(whole);
    const changed = Uint8Array.from(more < 0 ? bytes.subarray(0, more) : concat(bytes, new Uint8Array(more)));
    if (change !== null && change[0] < changed.length) changed[change[0]] = change[1];
    return changed;
  });

function planOf(path: string, slotBytes: number, options: PrintOptions, prepares: boolean): NativePlan {
  return {
    sources: [{ kind: 'savefile', path, passes: 1, workers: 1, cpus: [] }],
    filter: '',
    optimizeFilter: true,
    snaplen: 262_144,
    count: 0,
    direction: 'inout',
    immediate: false,
    wait: false,
    save: undefined,
    invalid: undefined,
    forward: undefined,
    batch: {
      slots: 3,
      slotBytes,
      lossless: true,
      verifyChecksums: options.verbose > 0,
      lines: prepares ? commonLines(options, false) : undefined,
    },
  };
}

/** What is printed of the file, and how many lines the worker had prepared. */
async function printed(path: string, slotBytes: number, options: PrintOptions, prepares: boolean) {
  let text = '';
  let prepared = 0;
  const out = new LineWriter((bytes, length) => {
    text += Buffer.from(bytes.subarray(0, length)).toString('latin1');
  });
  const printer = new PacketPrinter(options, out);
  const session = CaptureSession.open(planOf(path, slotBytes, options, prepares));
  try {
    await session.run({
      onPacket: (record) => {
        if (record.line !== undefined) prepared++;
        printer.print(record);
      },
    });
  } finally {
    session.close();
  }
  out.flush();
  return { text, prepared };
}

describe('the line that the worker writes', () => {
  const forms: Partial<PrintOptions>[] = [
    {},
    { time: 'delta', number: true },
    { time: 'unix', nanoseconds: true, absoluteSequence: true },
    { verbose: 1, metadata: true },
    { verbose: 1, noChecksum: true },
    { hex: 'x' },
    { hex: 'XX', verbose: 1 },
    { hex: 'A' },
  ];
  test.each(forms)('is the one that the printers of the layers write, with %j', async (form) => {
    const options = { ...defaultPrintOptions, ...form };
    const path = join(folder, 'random.pcap');
    let preparedInAll = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(frame, { maxLength: 80, size: 'max' }),
        fc.constantFrom(2048, 320 * 1024),
        async (frames, slotBytes) => {
          writePcap(path, frames);
          const { text, prepared } = await printed(path, slotBytes, options, true);
          preparedInAll += prepared;
          expect(text).toBe((await printed(path, slotBytes, options, false)).text);
        },
      ),
      { numRuns: 100 },
    );
    expect(preparedInAll).toBeGreaterThan(200);
  });

  test.each([
    { linkLevel: true },
    { quiet: 1 },
    { verbose: 2 },
    { verbose: 1, trustKernel: true },
    { packetType: 'rtp' as const },
  ])('is not asked for with %j, which change it', (form) => {
    expect(commonLines({ ...defaultPrintOptions, ...form }, false)).toBeUndefined();
  });

  test('is not asked for where addresses have names', () => {
    expect(commonLines(defaultPrintOptions, true)).toBeUndefined();
  });
});

/** Lists that fill a packet as large as IP allows: each printer asks for the room that its text takes. */
import { describe, expect, test } from 'vitest';
import { concat, ethernet, icmpv6, ipv4, ipv6, type Layer, tcp, udp } from '../../../src/frames/frames';
import { defaultPrintOptions, type PrintOptions } from '../../../src/print/options';
import { PacketPrinter } from '../../../src/print/printer';
import { LineWriter } from '../../../src/print/text/line-writer';
import { recordOver } from '../../support/print-capture';

const earlier = 'x'.repeat(60_000);

/** The text behind so much earlier text that a printer has to ask for room. */
function lineBehindOthers(frame: Uint8Array, options: Partial<PrintOptions>): string {
  let text = '';
  const out = new LineWriter((bytes, length) => {
    text += Buffer.from(bytes.buffer, bytes.byteOffset, length).toString('latin1');
  }, 1);
  out.text(earlier);
  new PacketPrinter({ ...defaultPrintOptions, time: 'none', ...options }, out).print(recordOver(frame));
  out.flush();
  return text.slice(earlier.length, -1);
}

const bytes = (...values: number[]) => Uint8Array.from(values);
const u16 = (value: number) => [value >>> 8, value & 0xff];

interface LongList {
  title: string;
  layer: Layer;
  verbose: number;
  element: string;
  count: number;
}

function dnsReply(type: number, data: Uint8Array): Layer {
  const head = bytes(0, 1, 0x81, 0x80, 0, 0, 0, 1, 0, 0, 0, 0, 0, ...u16(type), 0, 1, 0, 0, 0, 0, ...u16(data.length));
  return ipv4({}, udp({ sourcePort: 53 }, concat(head, data)));
}

function nodeInformation(type: number, code: number, query: number, rest: Uint8Array): Layer {
  return ipv6({}, icmpv6({ type, code, rest: query << 16 }, concat(new Uint8Array(8), rest)));
}

const group = bytes(0xff, 2, ...new Array(13).fill(0x11), 1);
const dnsUnspecified = 104;
const dnsOptions = 41;
const keyTags = 14;
const nodeName = 2;
const nodeAddresses = 3;
const many = 3000;

const lists: LongList[] = [
  {
    title: 'bytes of a DNS record of type UNSPEC',
    layer: dnsReply(dnsUnspecified, new Uint8Array(60_000).fill(0x80)),
    verbose: 0,
    element: 'M-^@',
    count: 60_000,
  },
  {
    title: 'key tags of EDNS',
    layer: dnsReply(dnsOptions, concat(bytes(...u16(keyTags), ...u16(60_000)), new Uint8Array(60_000).fill(0xff))),
    verbose: 0,
    element: '65535',
    count: 30_000,
  },
  {
    title: 'zeros of a telnet subnegotiation',
    layer: ipv4(
      {},
      tcp(
        { destinationPort: 23, acknowledgement: 1 },
        concat(bytes(0xff, 0xfa, 24), new Uint8Array(60_000), bytes(0xff, 0xf0)),
      ),
    ),
    verbose: 0,
    element: ' 0',
    count: 60_000 - 1,
  },
  {
    title: 'labels of a node name',
    layer: nodeInformation(140, 0, nodeName, concat(new Uint8Array(4), new Uint8Array(60_000).fill(1))),
    verbose: 1,
    element: '^A',
    count: 30_000,
  },
  {
    title: 'addresses of a node',
    layer: nodeInformation(140, 0, nodeAddresses, concat(...new Array(many).fill(concat(new Uint8Array(4), group)))),
    verbose: 1,
    element: 'ff02:1111:',
    count: many,
  },
  {
    title: 'sources of an IGMP group',
    layer: ipv4(
      { protocol: 2 },
      concat(bytes(0x22, 0, 0, 0, 0, 0, 0, 1, 4, 0, ...u16(15_000), 224, 0, 0, 5), new Uint8Array(60_000).fill(255)),
    ),
    verbose: 2,
    element: ' 255.255.255.255',
    count: 15_000,
  },
  {
    title: 'sources of an MLD group',
    layer: ipv6(
      {},
      icmpv6({ type: 143, rest: 1 }, concat(bytes(4, 0, ...u16(many)), group, ...new Array(many).fill(group))),
    ),
    verbose: 2,
    element: ' ff02:1111:',
    count: many + 1,
  },
  {
    title: 'addresses of a virtual router',
    layer: ipv6({ nextHeader: 112 }, concat(bytes(0x31, 1, 100, 255, 0, 1, 0, 0), ...new Array(255).fill(group))),
    verbose: 1,
    element: 'ff02:1111:',
    count: 255,
  },
];

describe('a list that fills a packet is printed to its end', () => {
  test.each(lists)('$title', ({ layer, verbose, element, count }) => {
    const text = lineBehindOthers(ethernet({}, layer), { verbose });
    expect(text).toMatch(/^[\n\t\x20-\x7e]*$/);
    expect(text.split(element).length - 1).toBe(count);
  });
});

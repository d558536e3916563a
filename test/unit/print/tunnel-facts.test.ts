import { describe, expect, test } from 'vitest';
import { PacketFlag, type PacketRecord, type TunnelFacts, TunnelFlag } from '../../../src/decode/packet';
import { defaultPrintOptions, type PrintOptions } from '../../../src/print/options';
import { PacketPrinter } from '../../../src/print/printer';
import { LineWriter } from '../../../src/print/text/line-writer';
import { recordOver } from '../../support/print-capture';
import { bytesOf } from './lines';

const packet = bytesOf('02000000000102000000000208004500001400010000406300000a0000030a000004');
const line = 'IP 10.0.0.3 > 10.0.0.4:  ip-proto-99 0';

/** Where the outer addresses and the GENEVE options lie in the record's memory. */
interface Outer {
  source: string;
  destination: string;
  options: string;
}

const outer4: Outer = { source: 'c0000201', destination: 'c0000202', options: '' };
const outer6: Outer = {
  source: '20010db8000000000000000000000001',
  destination: '20010db8000000000000000000000002',
  options: '',
};

/** A record with the facts of its tunnel behind the packet, as a batch has them before it. */
function recordWith(outer: Outer, facts: Partial<TunnelFacts>): PacketRecord {
  const memory = [packet, bytesOf(outer.source), bytesOf(outer.destination), bytesOf(outer.options)];
  const record = recordOver(new Uint8Array(Buffer.concat(memory)));
  record.caplen = packet.length;
  record.len = packet.length;
  const sourceOffset = packet.length;
  const addressLength = outer.source.length / 2;
  record.tunnel = {
    encapsulation: 'vxlan',
    family: addressLength === 4 ? 4 : 6,
    sourceOffset,
    destinationOffset: sourceOffset + addressLength,
    sourcePort: 51000,
    destinationPort: 4789,
    vni: 42,
    innerVni: -1,
    inside: [],
    flags: 0,
    policy: 0,
    optionsOffset: sourceOffset + 2 * addressLength,
    optionsLength: outer.options.length / 2,
    ...facts,
  };
  return record;
}

function printed(record: PacketRecord, options: Partial<PrintOptions> = {}): string {
  let text = '';
  const out = new LineWriter((bytes, length) => {
    text += Buffer.from(bytes.subarray(0, length)).toString('latin1');
  });
  new PacketPrinter({ ...defaultPrintOptions, time: 'none', metadata: true, ...options }, out).print(record);
  out.flush();
  return text;
}

/** The line below the packet's, without its tab and newline. */
function facts(record: PacketRecord, options: Partial<PrintOptions> = {}): string {
  const lines = printed(record, options).split('\n');
  expect(lines[0]).toBe(line);
  expect(lines.length).toBe(3);
  expect(lines[1]).toMatch(/^\tcaptured: /);
  return lines[1].slice('\tcaptured: '.length);
}

describe('the tunnel of a packet', () => {
  test('is shown by encapsulation, VNI, outer addresses and ports', () => {
    expect(facts(recordWith(outer4, {}))).toBe('vxlan vni 42 192.0.2.1.51000 > 192.0.2.2.4789');
    expect(facts(recordWith(outer6, { vni: 0xffffff }))).toBe(
      'vxlan vni 16777215 2001:db8::1.51000 > 2001:db8::2.4789',
    );
  });

  test('has both VNIs where there are two headers', () => {
    const record = recordWith(outer4, { encapsulation: 'geneve+vxlan', vni: 9, innerVni: 5 });
    expect(facts(record)).toBe('geneve vni 9 vxlan vni 5 192.0.2.1.51000 > 192.0.2.2.4789');
  });

  test('names every tunnel inside, the innermost VNI at the one that has it', () => {
    const record = recordWith(outer4, {
      encapsulation: 'gue',
      vni: -1,
      innerVni: 5,
      inside: ['vxlan', 'geneve', 'erm'],
    });
    expect(facts(record)).toBe('gue vxlan geneve vni 5 erm 192.0.2.1.51000 > 192.0.2.2.4789');
  });

  test('has what the header says beside the VNI', () => {
    const { policy, control, critical } = TunnelFlag;
    const told = (flags: number) => facts(recordWith(outer4, { flags, policy: 7 })).split(' 192.')[0];
    expect(told(policy)).toBe('vxlan vni 42 policy 7');
    expect(told(control | critical)).toBe('vxlan vni 42 control critical');
    expect(told(0)).toBe('vxlan vni 42');
  });

  test('is plain UDP where no header is known', () => {
    for (const encapsulation of ['skip', 'none'] as const) {
      expect(facts(recordWith(outer4, { encapsulation, vni: -1 }))).toBe('udp 192.0.2.1.51000 > 192.0.2.2.4789');
    }
  });

  test('has no ports where it does not go over UDP', () => {
    const record = recordWith(outer4, { encapsulation: 'gre', vni: -1, sourcePort: 0, destinationPort: 0 });
    expect(facts(record)).toBe('gre 192.0.2.1 > 192.0.2.2');
  });

  test('has no addresses in MPLS', () => {
    const none = { source: '', destination: '', options: '' };
    const ports = { sourcePort: 0, destinationPort: 0 };
    expect(facts(recordWith(none, { encapsulation: 'mpls', family: 0, vni: -1, ...ports }))).toBe('mpls');
  });

  test('is not shown without -e and -v', () => {
    expect(printed(recordWith(outer4, {}), { metadata: false })).toBe(`${line}\n`);
  });
});

describe('GENEVE options', () => {
  const shown = (options: string) => facts(recordWith({ ...outer4, options }, { encapsulation: 'geneve' }));
  const start = 'geneve vni 42 192.0.2.1.51000 > 192.0.2.2.4789, options ';

  test("of Amazon's load balancer have names", () => {
    const endpoint = '0108010211223344aabbccdd';
    const attachment = '010802020000000000000001';
    const cookie = '01080301deadbeef';
    expect(shown(endpoint + attachment + cookie)).toBe(
      `${start}{gwlb-endpoint 0x11223344aabbccdd, gwlb-attachment 0x0000000000000001, gwlb-flow-cookie 0xdeadbeef}`,
    );
  });

  test('that are unknown are shown by class and type', () => {
    expect(shown('0102800100010203' + '01080400')).toBe(
      `${start}{class 0x102 type 0x80 critical 0x00010203, class 0x108 type 0x4}`,
    );
  });

  test('that claim more than there is are shown as invalid', () => {
    expect(shown('01080102deadbeef')).toBe(`${start}{gwlb-endpoint (invalid)}`);
    expect(shown('0108')).toBe(`${start}{ (invalid)}`);
  });
});

describe('other facts', () => {
  const plain = () => {
    const record = recordOver(packet);
    record.direction = 255;
    return record;
  };

  test('are the direction, where the source knows it', () => {
    const shown = [0, 1, 2, 3, 4].map((direction) => facts({ ...plain(), direction }, { workers: 2 }));
    expect(shown).toEqual(['in', 'in', 'in', 'in', 'out'].map((direction) => `${direction}, worker 0`));
  });

  test('have no line for the direction alone, unless both -e and -v are given', () => {
    expect(printed({ ...plain(), direction: 4 }, { linkLevel: true })).not.toContain('captured');
    expect(printed({ ...plain(), direction: 4 }, { linkLevel: true, verbose: 1 })).toContain('\n\tcaptured: out\n');
  });

  test('are that datagrams received together share a time stamp', () => {
    expect(facts({ ...plain(), flags: PacketFlag.sharedTime })).toBe('time shared with datagrams received together');
  });

  test('are the worker, where there are several', () => {
    expect(facts({ ...plain(), worker: 0 }, { workers: 2 })).toBe('worker 0');
    expect(printed({ ...plain(), worker: 0 })).toBe(`${line}\n`);
  });

  test('are a time stamp made by the hardware', () => {
    expect(facts({ ...plain(), flags: PacketFlag.hardwareTime | PacketFlag.checksumValid })).toBe('hardware time');
  });

  test('stand behind the tunnel on the same line', () => {
    const record = { ...recordWith(outer4, {}), direction: 0, worker: 3, flags: PacketFlag.hardwareTime };
    expect(facts(record, { workers: 4 })).toBe(
      'vxlan vni 42 192.0.2.1.51000 > 192.0.2.2.4789, in, worker 3, hardware time',
    );
  });

  test('come before the bytes at -x', () => {
    const lines = printed({ ...plain(), flags: PacketFlag.hardwareTime }, { hex: 'x' }).split('\n');
    expect(lines[1]).toBe('\tcaptured: hardware time');
    expect(lines[2]).toMatch(/^\t0x0000: {2}4500/);
  });

  test('are not there in a savefile', () => {
    expect(printed(plain())).toBe(`${line}\n`);
  });

  test('leave out the direction that a cooked header shows itself', () => {
    const cooked = bytesOf('0004000100060200000000010000080045000014000100004063 00000a0000030a000004');
    const record = { ...recordOver(cooked), linkType: 113, direction: 4 };
    expect(printed(record)).not.toContain('captured');
  });
});

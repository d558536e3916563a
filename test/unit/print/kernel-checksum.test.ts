import { describe, expect, test } from 'vitest';
import { PacketFlag } from '../../../src/decode/packet';
import { ethernet, icmpv6, ipv4, ipv6, tcp, udp, vxlan } from '../../../src/frames/frames';
import { defaultPrintOptions, type PrintOptions } from '../../../src/print/options';
import { PacketPrinter } from '../../../src/print/printer';
import { LineWriter } from '../../../src/print/text/line-writer';
import { recordOver } from '../../support/print-capture';

const asked: Partial<PrintOptions> = { verbose: 2, trustKernel: true };
const wrongTcp = ethernet({}, ipv4({}, tcp({ checksum: 1 })));
const wrongUdp = ethernet({}, ipv4({}, udp({ checksum: 1 })));
const wrongIcmp6 = ethernet({}, ipv6({}, icmpv6({ type: 128, checksum: 1 })));

function print(frame: Uint8Array, flags: number, options: Partial<PrintOptions>): string {
  const parts: string[] = [];
  const out = new LineWriter((bytes, length) => parts.push(Buffer.from(bytes.subarray(0, length)).toString('latin1')));
  const printer = new PacketPrinter({ ...defaultPrintOptions, time: 'none', ...options }, out);
  printer.print({ ...recordOver(frame), flags });
  out.flush();
  return parts.join('');
}

describe('a checksum that the kernel vouches for', () => {
  test.each([
    ['TCP', wrongTcp, 'cksum 0x0001 (correct)'],
    ['UDP', wrongUdp, '[udp sum ok]'],
    ['ICMPv6', wrongIcmp6, '[icmp6 sum ok]'],
  ])('is right for %s without being computed', (_protocol, frame, text) => {
    expect(print(frame, PacketFlag.checksumValid, asked)).toContain(text);
  });

  test('is verified where the kernel is not trusted', () => {
    expect(print(wrongTcp, PacketFlag.checksumValid, { verbose: 1 })).toContain('cksum 0x0001 (incorrect');
  });

  test('is that of the outermost transport header', () => {
    const frame = ethernet({}, ipv4({}, udp({ destinationPort: 4789, checksum: 1 }, vxlan({ vni: 1 }, wrongTcp))));
    const text = print(frame, PacketFlag.checksumValid, asked);
    expect(text).toContain('[udp sum ok] VXLAN');
    expect(text).toContain('cksum 0x0001 (incorrect');
  });

  test('says nothing of the next packet', () => {
    expect(print(wrongTcp, 0, asked)).toContain('cksum 0x0001 (incorrect');
  });
});

describe('a checksum left to the NIC', () => {
  test.each([
    ['TCP', wrongTcp],
    ['UDP', wrongUdp],
    ['ICMPv6', wrongIcmp6],
  ])('is not mentioned for %s', (_protocol, frame) => {
    expect(print(frame, PacketFlag.checksumNotReady, asked)).not.toMatch(/cksum|sum ok/);
  });

  test('is not mentioned inside a tunnel either', () => {
    const frame = ethernet({}, ipv4({}, udp({ destinationPort: 4789, checksum: 1 }, vxlan({ vni: 1 }, wrongTcp))));
    expect(print(frame, PacketFlag.checksumNotReady, asked)).not.toMatch(/cksum|sum ok/);
  });

  test('is shown as wrong where the kernel is not trusted', () => {
    expect(print(wrongTcp, PacketFlag.checksumNotReady, { verbose: 1 })).toContain('cksum 0x0001 (incorrect');
  });

  test('leaves the checksum of the IPv4 header to be verified', () => {
    const frame = ethernet({}, ipv4({ checksum: 1 }, tcp({ checksum: 1 })));
    expect(print(frame, PacketFlag.checksumNotReady, asked)).toContain('bad cksum 1 ');
  });
});

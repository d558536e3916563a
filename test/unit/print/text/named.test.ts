import { describe, expect, test } from 'vitest';
import { objectNames } from '../../../../src/names/mib';
import type { NameLookup } from '../../../../src/print/name-lookup';
import type { PrintOptions } from '../../../../src/print/options';
import { bytesOf, Lines } from '../lines';

const encode = (text: string | undefined) => (text === undefined ? undefined : new TextEncoder().encode(text));

/** Knows one host of each family, ports 53 (UDP) and 22 (TCP), one station and one vendor. */
const names: NameLookup = {
  ipv4: (bytes, at) => encode(bytes[at + 3] === 1 ? 'here' : undefined),
  ipv6: (bytes, at) => encode(bytes[at + 15] === 1 ? 'here6' : undefined),
  tcpPort: (port) => encode(port === 22 ? 'ssh' : undefined),
  udpPort: (port) => encode(port === 53 ? 'domain' : undefined),
  station: (bytes, at) => encode(bytes[at + 5] === 1 ? 'gateway' : undefined),
  vendor: () => new TextEncoder().encode(' (oui Test)'),
  ipProtocol: (protocol) => encode(protocol === 17 ? 'udp' : undefined),
  objects: objectNames,
};

const line = (hex: string, options: Partial<PrintOptions> = {}) => new Lines(options, names).print(bytesOf(hex));
const ethernet = '020000000001 020000000002';
const ip4 = (protocol: string, payload: string, fragment = '0000') => {
  const length = (payload.replace(/\s/g, '').length / 2 + 20).toString(16).padStart(4, '0');
  return `${ethernet} 0800 4500${length}0001${fragment}40${protocol}0000 0a000001 0a000002 ${payload}`;
};

describe('names in lines', () => {
  test('stand for addresses that have one', () => {
    expect(line(ip4('01', '0800 0000 0001 0002'))).toBe('IP here > 10.0.0.2: ICMP echo request, id 1, seq 2, length 8');
  });

  test('stand for ports of TCP and of UDP, each by its own table', () => {
    expect(line(ip4('11', '0016 0035 0009 0000 00'), { quiet: 1 })).toBe('IP here.22 > 10.0.0.2.domain: UDP, length 1');
    expect(line(ip4('06', '0016 0035 00000001 00000000 5002 0100 0000 0000'))).toMatch(
      /^IP here\.ssh > 10\.0\.0\.2\.53: /,
    );
  });

  test("stand for PGM's ports, which are looked up as those of TCP", () => {
    expect(line(ip4('71', '0016 0035 0f00 0000 010203040506 0000'))).toBe(
      'IP here > 10.0.0.2: here.ssh > 10.0.0.2.53: PGM, length 0',
    );
  });

  test('stand for IPv6 addresses', () => {
    const header = '60000000 0000 3b40 fe800000000000000000000000000001 fe800000000000000000000000000002';
    expect(line(`${ethernet} 86dd ${header}`)).toBe('IP6 here6 > fe80::2: no next header');
  });

  test('stand for stations, and vendors behind other MAC addresses', () => {
    expect(line(ip4('63', ''), { linkLevel: true })).toMatch(
      /^02:00:00:00:00:02 \(oui Test\) > gateway, ethertype IPv4/,
    );
  });

  test('stand for the protocol of a later fragment', () => {
    expect(line(ip4('11', '00112233', '0001'))).toBe('IP here > 10.0.0.2: udp');
    expect(line(ip4('63', '00112233', '0001'))).toBe('IP here > 10.0.0.2: ip-proto-99');
  });

  test('stand for the port that an ICMP error speaks of', () => {
    const quoted = '45000020 00010000 40110000 0a0000020a000001 1000003500080000';
    expect(line(ip4('01', `0303 0000 00000000 ${quoted}`))).toBe(
      'IP here > 10.0.0.2: ICMP here udp port domain unreachable, length 36',
    );
  });

  test('stand for SNMP objects, abbreviated, as far as they reach', () => {
    const get = (id: string) => {
      const size = (base: number) => (base + id.length / 2).toString(16).padStart(2, '0');
      const variable = `30${size(4)} 06${size(0)} ${id} 0500`;
      const request = `a0${size(17)} 020101 020100 020100 30${size(6)} ${variable}`;
      const datagram = `9c40 00a1 00${size(40)} 0000 30${size(30)} 020100 0406 7075626c6963 ${request}`;
      return line(ip4('11', datagram)).replace(/.*GetRequest\(\d+\) {2}/, '');
    };
    expect(get('2b06010201010500')).toBe('system.sysName.0');
    expect(get('2b06010401090a')).toBe('E:cisco.10');
    expect(get('2b0601060102')).toBe('.iso.org.dod.internet.snmpV2.1.2');
    expect(get('818a4d03')).toBe('.2.17661.3');
  });

  test('are not looked up for an address that was cut off', () => {
    expect(line(`${ethernet} 0800 45000014 00010000 40060000 0a00`)).toContain('[|ip]');
  });
});

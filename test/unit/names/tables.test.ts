import { describe, expect, test } from 'vitest';
import { addressBytes, addressText } from '../../../src/names/address-text';
import { addressKey, hostNames } from '../../../src/names/hosts-file';
import { ipProtocolKeywords } from '../../../src/names/ip-protocols';
import { readWords, wordsOf } from '../../../src/names/local-file';
import { serviceNames } from '../../../src/names/services-file';
import { stationNames } from '../../../src/names/stations';

const text = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString('latin1');

describe('a table of the host', () => {
  test('has comments, blank lines and any blanks between its words', () => {
    expect(wordsOf('# all\n\n 127.0.0.1\tlocalhost  lo # me\n')).toEqual([['127.0.0.1', 'localhost', 'lo']]);
  });

  test('that is missing has no lines', () => {
    expect(readWords('/nonexistent/hosts')).toEqual([]);
  });
});

describe('/etc/hosts', () => {
  const named = (file: string, address: string, short = false) => {
    const bytes = addressBytes(address) as Uint8Array;
    return text(hostNames(wordsOf(file), short).get(addressKey(bytes, 0, bytes.length)));
  };

  test('gives the first name of the first line with an address', () => {
    expect(named('127.0.0.1 localhost loop\n127.0.0.1 other', '127.0.0.1')).toBe('localhost');
    expect(named('fe80::1 router', 'fe80::1')).toBe('router');
    expect(named('::ffff:192.0.2.1 mapped', '::ffff:c000:201')).toBe('mapped');
  });

  test('is shortened by -N like any other name', () => {
    expect(named('192.0.2.1 www.example.org', '192.0.2.1', true)).toBe('www');
  });

  test('has lines that say nothing: without a name, without an address, with a name that is none', () => {
    expect(hostNames(wordsOf('192.0.2.1\nnonsense host\n192.0.2.2 \x1b[31m'), false).size).toBe(0);
  });
});

describe('/etc/services', () => {
  test('names ports by protocol, the first line first', () => {
    const { tcp, udp } = serviceNames(wordsOf('www 80/tcp http\nhttp 80/tcp\ntftp 69/udp\nx 99999/tcp\ny 7/sctp\nz'));
    expect(text(tcp.get(80))).toBe('www');
    expect(text(udp.get(69))).toBe('tftp');
    expect([tcp.size, udp.size]).toEqual([1, 1]);
  });

  test('has no name that is not printable', () => {
    expect(serviceNames([['a\x1bb', '80/tcp']]).tcp.size).toBe(0);
  });
});

describe('/etc/ethers', () => {
  test('names stations, and the broadcast address has a name without it', () => {
    const names = stationNames(
      wordsOf('2:0:0:0:0:1 gateway\n02:00:00:00:00:01 other\nzz:0:0:0:0:1 wrong\n1:2:3 short'),
    );
    expect(text(names.get(0x020000000001))).toBe('gateway');
    expect(text(names.get(0xffffffffffff))).toBe('Broadcast');
    expect(names.size).toBe(2);
  });
});

describe('protocol keywords', () => {
  test('are those of the registry, with holes', () => {
    const keyword = (number: number) => text(ipProtocolKeywords.get(number));
    expect([0, 1, 6, 17, 47, 58, 132, 142].map(keyword)).toEqual([
      'hopopt',
      'icmp',
      'tcp',
      'udp',
      'gre',
      'ipv6-icmp',
      'sctp',
      'rohc',
    ]);
    expect([61, 99, 143, 200].map(keyword)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('addresses as text', () => {
  test('come back as the bytes they were', () => {
    for (const address of ['192.0.2.255', '2001:db8::1', '::', '::1', 'fe80::', '1:2:3:4:5:6:7:8', '::ffff:1.2.3.4']) {
      const bytes = addressBytes(address) as Uint8Array;
      expect(addressBytes(addressText(bytes, 0, bytes.length))).toEqual(bytes);
    }
  });

  test('that are none have no bytes', () => {
    for (const address of ['', 'host', '1.2.3', 'fe80::1%eth0', '1.2.3.256'])
      expect(addressBytes(address)).toBeUndefined();
  });
});

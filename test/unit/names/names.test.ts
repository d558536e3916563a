import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../../src/names/local-file';
import { type NameOptions, Names } from '../../../src/names/names';
import { type Resolve, ReverseLookup } from '../../../src/names/reverse-lookup';
import { Vendors } from '../../../src/names/vendors';

const text = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString('latin1');
const v4 = (address: string) => Uint8Array.from(address.split('.'), Number);

function namesWith(resolve: Resolve, options: Partial<NameOptions> = {}): Names {
  const sources = {
    hosts: wordsOf('127.0.0.1 localhost\n::1 localhost6'),
    services: wordsOf('domain 53/udp\nssh 22/tcp'),
    ethers: wordsOf('02:00:00:00:00:01 gateway'),
    vendors: new Vendors(() => undefined),
    resolver: ReverseLookup.over(resolve),
  };
  return new Names(sources, { short: false, network: undefined, ...options });
}

/** Lets every answer that is there already arrive. */
const settle = () => new Promise((resolve) => setImmediate(resolve));
const failure = (code: string) => Object.assign(new Error(code), { code });

describe('names of addresses', () => {
  test('of the host table are known at once, and nobody is asked', () => {
    const names = namesWith(() => {
      throw new Error('asked');
    });
    expect(text(names.ipv4(v4('127.0.0.1'), 0))).toBe('localhost');
    expect(text(names.ipv6(Uint8Array.of(...new Array(15).fill(0), 1), 0))).toBe('localhost6');
  });

  test('appear once the answer is there, and are asked for once', async () => {
    const asked: string[] = [];
    const names = namesWith(async (address) => {
      asked.push(address);
      return ['host.example.org', 'other'];
    });
    expect(names.ipv4(v4('192.0.2.1'), 0)).toBeUndefined();
    expect(names.ipv4(v4('192.0.2.1'), 0)).toBeUndefined();
    await settle();
    expect(text(names.ipv4(v4('192.0.2.1'), 0))).toBe('host.example.org');
    expect(asked).toEqual(['192.0.2.1']);
  });

  test('are asked for by the IPv6 address as well', async () => {
    const names = namesWith(async (address) => [`h-${address.replaceAll(':', '-')}`]);
    const address = Uint8Array.of(0x20, 1, 0xd, 0xb8, ...new Array(11).fill(0), 1);
    names.ipv6(address, 0);
    await settle();
    expect(text(names.ipv6(address, 0))).toBe('h-2001-db8-0-0-0-0-0-1');
  });

  test('that do not exist are not asked for again', async () => {
    let count = 0;
    const names = namesWith(async () => {
      count++;
      throw failure('ENOTFOUND');
    });
    for (let i = 0; i < 3; i++) {
      expect(names.ipv4(v4('192.0.2.1'), 0)).toBeUndefined();
      await settle();
    }
    expect(count).toBe(1);
  });

  test('that nobody could tell are left alone for a while', async () => {
    let count = 0;
    const names = namesWith(async () => {
      count++;
      throw failure('ETIMEOUT');
    });
    for (let i = 0; i < 3; i++) {
      names.ipv4(v4('192.0.2.1'), 0);
      await settle();
    }
    expect(count).toBe(1);
  });

  test('that are no host names stay numbers', async () => {
    const names = namesWith(async () => ['\x1b]0;title\x07']);
    names.ipv4(v4('192.0.2.1'), 0);
    await settle();
    expect(names.ipv4(v4('192.0.2.1'), 0)).toBeUndefined();
  });

  test('are asked for a few at a time, and the others in their turn', async () => {
    let underWay = 0;
    let most = 0;
    let done = 0;
    const names = namesWith(async () => {
      most = Math.max(most, ++underWay);
      await settle();
      underWay--;
      done++;
      return ['host'];
    });
    for (let i = 0; i < 100; i++) names.ipv4(Uint8Array.of(10, 0, 0, i), 0);
    while (done < 100) await settle();
    expect(most).toBe(8);
  });

  test('that found the queue full are asked for with a later packet', async () => {
    const asked = new Set<string>();
    const names = namesWith(async (address) => {
      asked.add(address);
      return ['host'];
    });
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 2000; i++) names.ipv4(Uint8Array.of(10, 0, i >> 8, i & 0xff), 0);
      for (let turn = 0; turn < 500; turn++) await settle();
    }
    expect(asked.size).toBe(2000);
  });

  test('are not waited for after the end', async () => {
    let count = 0;
    const names = namesWith(async () => {
      count++;
      await settle();
      return ['host'];
    });
    for (let i = 0; i < 100; i++) names.ipv4(Uint8Array.of(10, 0, 0, i), 0);
    names.close();
    await settle();
    await settle();
    expect(count).toBe(8);
    expect(names.ipv4(Uint8Array.of(10, 0, 0, 0), 0)).toBeUndefined();
  });

  test('of another network stay numbers at -f, even where the host table has them', () => {
    const network = { address: 0xc0000200, mask: 0xffffff00 };
    const names = namesWith(async () => ['host'], { network });
    expect(names.ipv4(v4('127.0.0.1'), 0)).toBeUndefined();
    const atHome = namesWith(async () => ['host'], { network: { address: 0x7f000001, mask: 0xff000000 } });
    expect(text(atHome.ipv4(v4('127.0.0.1'), 0))).toBe('localhost');
  });

  test('end before the first dot at -N', async () => {
    const names = namesWith(async () => ['host.example.org'], { short: true });
    names.ipv4(v4('192.0.2.1'), 0);
    await settle();
    expect(text(names.ipv4(v4('192.0.2.1'), 0))).toBe('host');
  });
});

describe('other names', () => {
  const names = namesWith(async () => []);

  test('ports have them by protocol', () => {
    expect(text(names.udpPort(53))).toBe('domain');
    expect(names.tcpPort(53)).toBeUndefined();
    expect(text(names.tcpPort(22))).toBe('ssh');
  });

  test('stations and vendors have them', () => {
    expect(text(names.station(Uint8Array.of(2, 0, 0, 0, 0, 1), 0))).toBe('gateway');
    expect(text(names.station(new Uint8Array(6).fill(0xff), 0))).toBe('Broadcast');
    expect(text(names.vendor(Uint8Array.of(0, 0, 0x0c, 1, 1, 1), 0))).toBe(' (oui Cisco)');
  });
});

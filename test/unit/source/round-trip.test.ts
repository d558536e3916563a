import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datagramKinds, maxSkip } from '../../../src/source/encapsulation';
import { SourceError } from '../../../src/source/error';
import { type PlainMode, plainModes } from '../../../src/source/fanout-choice';
import { linkTypes } from '../../../src/source/link-type';
import { formatSource, parseSource, type Source } from '../../../src/source/uri';

const kibibyte = 1024;
const pages = fc.integer({ min: 1, max: 262144 }).map((count) => count * 4096);

const afPacketSource = fc.record({
  backend: fc.constant('af_packet' as const),
  interface: fc.stringMatching(/^[a-z0-9._@-]{1,15}$/).filter((name) => !['any', '.', '..'].includes(name)),
  options: fc.record(
    {
      buffer_size: fc.integer({ min: 4 * kibibyte, max: 4 * kibibyte ** 3 }),
      block_size: pages,
      block_timeout: fc.integer({ min: 0, max: 65535 }),
      enable_hw_timestamping: fc.boolean(),
      enable_fanout: fc.boolean(),
      fanout_mode: fc.constantFrom(
        ...(Object.keys(plainModes) as PlainMode[]),
        'inner' as const,
        'cbpf=/tmp/Program' as const,
        'ebpf=/sys/fs/bpf/p' as const,
      ),
      decap: fc.constantFrom({ kind: 'erm' as const }, { kind: 'skip' as const, bytes: 12 }, { kind: 'none' as const }),
      fanout_id: fc.oneof(fc.integer({ min: 0, max: 65535 }), fc.constant('auto' as const)),
      enable_defrag: fc.boolean(),
      rollover: fc.boolean(),
      link_type: fc.oneof(
        fc.constantFrom(...Object.values(linkTypes), 'auto' as const),
        fc.integer({ min: 13, max: 65535 }),
      ),
      checksum_validation_mode: fc.constantFrom('on' as const, 'off' as const, 'kernel' as const),
      ignore_outgoing: fc.boolean(),
      promiscuous: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
});

const udpSource = fc.record({
  backend: fc.constant('udp' as const),
  addresses: fc.uniqueArray(
    fc.oneof(
      fc.ipV4(),
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 }).map((groups) => canonicalIPv6(groups)),
    ),
    { minLength: 1, maxLength: 4 },
  ),
  ports: fc.uniqueArray(fc.integer({ min: 1, max: 65535 }), { minLength: 1, maxLength: 4 }),
  options: fc.record(
    {
      encapsulation: fc.oneof(
        fc.record({ kind: fc.constantFrom(...datagramKinds) }),
        fc.constant({ kind: 'vxlan' as const, inside: ['vxlan-gpe' as const, 'gue' as const] }),
        fc.record({ kind: fc.constant('skip' as const), bytes: fc.integer({ min: 0, max: maxSkip }) }),
      ),
      dlt: fc.constantFrom('auto' as const, 'en10mb' as const, 'raw' as const, 'ppp' as const),
      inner_port: fc.oneof(fc.integer({ min: 1, max: 65535 }), fc.constant('assigned' as const)),
      strict: fc.boolean(),
      group: fc.constantFrom(
        [],
        [{ address: '239.1.1.1', source: '', interface: 'eth0' }],
        [
          { address: 'ff05::1', source: '2001:db8::1', interface: 'eth0.7' },
          { address: '232.0.0.1', source: '192.0.2.1', interface: '' },
        ],
      ),
      reuseport: fc.boolean(),
      implementation: fc.constant('recvmmsg' as const),
      udp_recv_buffer_size: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
      recvmmsg_buffers: fc.integer({ min: 1, max: 1024 }),
      recvmmsg_buffer_size: fc.integer({ min: 64, max: 65536 }),
    },
    { requiredKeys: [] },
  ),
});

/** By way of the URL parser of the platform, which writes addresses as RFC 5952 wants them. */
function canonicalIPv6(groups: number[]): string {
  return new URL(`http://[${groups.map((group) => group.toString(16)).join(':')}]/`).hostname.slice(1, -1);
}

describe('source URIs', () => {
  test('a source that is written out and read again is the same source', () => {
    fc.assert(
      fc.property(fc.oneof(afPacketSource, udpSource), (source: Source) => {
        expect(parseSource(formatSource(source))).toEqual(source);
      }),
      { numRuns: 2000 },
    );
  });

  test('the canonical form does not change when it is read and written again', () => {
    fc.assert(
      fc.property(fc.oneof(afPacketSource, udpSource), (source: Source) => {
        const canonical = formatSource(source);
        expect(formatSource(parseSource(canonical))).toBe(canonical);
      }),
    );
  });

  test('any text is either a source or refused at a character of its own', () => {
    const words = fc.constantFrom(
      'udp',
      'af_packet',
      '::',
      ':',
      '127.0.0.1',
      '[::1]',
      '4789',
      'vxlan',
      '=',
      'skip',
      'eth0',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(words).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (input) => {
        try {
          parseSource(input);
        } catch (error) {
          expect(error).toBeInstanceOf(SourceError);
          const { position, hint } = error as SourceError;
          expect(position).toBeGreaterThanOrEqual(0);
          expect(position).toBeLessThanOrEqual(input.length);
          expect(hint).not.toBe('');
        }
      }),
      { numRuns: 5000 },
    );
  });
});

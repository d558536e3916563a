import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TallyReport } from '../../../src/engine/native';
import { tallyJson, tallyLines } from '../../../src/report/tally';

const report: TallyReport = {
  rows: [
    { texts: ['42', 'tcp'], packets: 1000, bytes: 64_000, uncertain: 0 },
    { texts: ['7', 'udp'], packets: 20, bytes: 2000, uncertain: 0 },
    { texts: ['', 'arp'], packets: 3, bytes: 126, uncertain: 0 },
  ],
  keys: 5,
  packets: 1025,
  bytes: 66_200,
  exact: true,
};

describe('the table of --count-by', () => {
  test('has a row for each key, one for the rest and one for all', () => {
    expect(tallyLines(report, ['vni', 'proto'])).toEqual([
      'packets  bytes  vni       proto',
      '   1000  64000  42        tcp',
      '     20   2000  7         udp',
      '      3    126  -         arp',
      '      2     74  (2 more)',
      '   1025  66200  all',
    ]);
  });

  test('has no row for the rest where there is none', () => {
    const lines = tallyLines({ ...report, keys: 3, packets: 1023, bytes: 66_126 }, ['vni', 'proto']);
    expect(lines.filter((line) => line.includes('more'))).toEqual([]);
    const one = tallyLines({ ...report, keys: 4 }, ['vni', 'proto']);
    expect(one.at(-2)).toBe('      2     74  (1 more)');
  });

  test('marks what may be too high, and says why', () => {
    const rows = [{ ...report.rows[0], uncertain: 1 }, ...report.rows.slice(1)];
    const lines = tallyLines({ ...report, rows, exact: false }, ['vni', 'proto']);
    expect(lines[1]).toBe('  ~1000  64000  42        tcp');
    expect(lines[2]).toBe('     20   2000  7         udp');
    expect(lines.at(-1)).toMatch(/^~ at most: /);
  });

  test('cuts the widest keys first where the terminal is narrow', () => {
    const flow = 'tcp [2001:db8::1]:40000 - [2001:db8::2]:443';
    const rows = [{ texts: ['42', flow], packets: 1, bytes: 64, uncertain: 0 }];
    const one = { rows, keys: 1, packets: 1, bytes: 64, exact: true };
    expect(tallyLines(one, ['vni', 'flow'], 40)[1]).toBe('      1     64  42   tcp [2001:db8::1]..');
    expect(tallyLines(one, ['vni', 'flow'])[1]).toContain(flow);
  });

  test('may have more rows than a call has arguments', () => {
    const rows = Array.from({ length: 200_000 }, (_, port) => ({
      texts: [String(port)],
      packets: 1,
      bytes: 64,
      uncertain: 0,
    }));
    const all = { rows, keys: rows.length, packets: rows.length, bytes: 64 * rows.length, exact: true };
    expect(tallyLines(all, ['port'])).toHaveLength(rows.length + 2);
  });

  test('is never wider than the terminal, however narrow', () => {
    const text = fc.string({ unit: 'grapheme-ascii', maxLength: 60 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), fc.integer({ min: 1, max: 100 }), (texts, width) => {
        const rows = texts.map((pair) => ({ texts: pair, packets: 1, bytes: 1e9, uncertain: 1 }));
        const all = { rows, keys: rows.length + 1, packets: 1e12, bytes: 1e15, exact: false };
        for (const line of tallyLines(all, ['flow', 'tunnel'], width)) expect(line.length).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('the object of --count-by', () => {
  test('has VNIs as numbers, all else as text, and null for what is not there', () => {
    const { rows, ...others } = tallyJson(report, ['vni', 'proto'], true);
    expect(rows).toEqual([
      { vni: 42, proto: 'tcp', packets: 1000, bytes: 64_000 },
      { vni: 7, proto: 'udp', packets: 20, bytes: 2000 },
      { vni: null, proto: 'arp', packets: 3, bytes: 126 },
    ]);
    expect(others).toEqual({
      by: ['vni', 'proto'],
      final: true,
      others: { keys: 2, packets: 2, bytes: 74 },
      packets: 1025,
      bytes: 66_200,
      exact: true,
    });
  });

  test('says how many packets of a row may be of other keys', () => {
    const rows = [{ texts: ['42'], packets: 10, bytes: 640, uncertain: 3 }];
    const json = tallyJson({ ...report, rows, exact: false }, ['vni'], false);
    expect(json.rows).toEqual([{ vni: 42, packets: 10, bytes: 640, uncertain: 3 }]);
    expect(json).toMatchObject({ exact: false, final: false });
  });
});

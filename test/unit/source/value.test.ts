import { describe, expect, test } from 'vitest';
import { afPacket } from '../../../src/source/af-packet';
import { fanoutChoice } from '../../../src/source/fanout-choice';
import { closest, editDistance } from '../../../src/source/suggest';
import { udp } from '../../../src/source/udp';
import { formatSize, milliseconds, size } from '../../../src/source/units';
import { choice, truth } from '../../../src/source/value';

describe('values of options', () => {
  test.each(['T', 't', 'true', 'on', 'yes', '1'])('%s is true', (text) => expect(truth().parse(text)).toBe(true));
  test.each(['F', 'f', 'False', 'off', 'no', '0'])('%s is false', (text) => expect(truth().parse(text)).toBe(false));

  test.each([
    ['1', 1],
    ['32k', 32768],
    ['32K', 32768],
    ['128M', 134217728],
    ['2G', 2147483648],
    ['2GiB', 2147483648],
  ])('%s is %i bytes', (text, bytes) => expect(size(0, 2 ** 32).parse(text)).toBe(bytes));

  test.each([
    [0, '0'],
    [9248, '9248'],
    [32768, '32k'],
    [134217728, '128M'],
  ])('%i bytes are written %s', (bytes, text) => expect(formatSize(bytes)).toBe(text));

  test.each([
    ['10', 10],
    ['10msec', 10],
    ['10 msec', 10],
    ['10msecs', 10],
    ['10ms', 10],
    ['1.5sec', 1500],
    ['1min', 60000],
    ['3000usecs', 3],
    ['0', 0],
  ])('%s is %i milliseconds', (text, value) => expect(milliseconds(0, 65535).parse(text)).toBe(value));

  test.each([
    ['1', 'write 1s for seconds'],
    ['0', 'write 10msec to 1sec'],
  ])('%s without a unit is refused with what would do', (text, hint) => {
    expect(() => milliseconds(10, 1000).parse(text)).toThrow(expect.objectContaining({ hint }));
  });

  test("a name that JavaScript's objects have is no value", () => {
    const mode = fanoutChoice(['hash']);
    const linkType = choice(['auto', 'raw']);
    expect(() => milliseconds(0, 65535).parse('10constructor')).toThrow("'10constructor' is not a time");
    expect(() => mode.parse('constructor=x')).toThrow("'constructor' takes no program");
    expect(() => mode.parse('constructor')).toThrow("'constructor' is not one of hash");
    expect(() => linkType.parse('constructor')).toThrow("'constructor' is not one of auto, raw");
  });

  test("an enumerator of Zeek's stands for the word without its prefix", () => {
    const type = choice(['hash', 'qm'], { prefix: 'FANOUT_' });
    expect(type.parse('AF_Packet::FANOUT_QM')).toBe('qm');
    expect(type.parse('fanout_hash')).toBe('hash');
  });
});

describe('option tables', () => {
  const specs = [afPacket, udp].flatMap(({ options }) => Object.entries(options));

  test.each(specs)('the default of %s can be written and read', (_, spec) => {
    const type = spec.type as { parse(text: string): unknown; format(value: unknown): string };
    expect(type.parse(type.format(spec.default))).toEqual(spec.default);
  });

  test.each(specs)('the help of %s is one line without a final stop', (_, { help }) => {
    expect(help).toMatch(/^[^\n]+[^.\n]$/);
  });

  test("defaults are Zeek's where Zeek has them", () => {
    const defaults = Object.fromEntries(
      specs.filter(([, { zeek }]) => zeek).map(([name, spec]) => [name, spec.default]),
    );
    expect(defaults).toEqual({
      buffer_size: 134217728,
      block_size: 32768,
      block_timeout: 10,
      enable_hw_timestamping: false,
      // On purpose not Zeek's: no group is joined unless asked.
      enable_fanout: false,
      fanout_mode: 'hash',
      fanout_id: 23,
      enable_defrag: false,
      // On purpose not Zeek's: read from the device.
      link_type: 'auto',
      checksum_validation_mode: 'on',
      implementation: 'recvmmsg',
      udp_recv_buffer_size: 16777216,
      recvmmsg_buffers: 1024,
      recvmmsg_buffer_size: 9248,
    });
  });
});

describe('suggestions', () => {
  test.each([
    ['', 'abc', 3],
    ['vxlan', 'vxlna', 1],
    ['fanout', 'fanot', 1],
    ['geneve', 'genve', 1],
    ['kitten', 'sitting', 3],
  ])('from %s to %s there are %i edits', (from, to, edits) => expect(editDistance(from, to)).toBe(edits));

  test('nothing is suggested for a word that is near to none', () => {
    expect(closest('bogus', ['vxlan', 'geneve'])).toBeUndefined();
  });

  test('the nearest word is suggested, and the case of the letters does not matter', () => {
    expect(closest('FANOUT_IDD', ['fanout_mode', 'fanout_id'])).toBe('fanout_id');
  });
});

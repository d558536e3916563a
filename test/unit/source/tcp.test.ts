import { describe, expect, test } from 'vitest';
import { SourceError } from '../../../src/source/error';
import { formatSource, parseSource } from '../../../src/source/uri';

describe('sources that come by TCP', () => {
  test.each([
    ['tcp::0.0.0.0:57012', { backend: 'tcp', address: '0.0.0.0', port: 57012 }],
    ['tcp::[::]:57012', { backend: 'tcp', address: '::', port: 57012 }],
    ['tcp+connect::127.0.0.1:1', { backend: 'tcp+connect', address: '127.0.0.1', port: 1 }],
    ['tcp+connect::[2001:DB8:0:0::1]:65535', { backend: 'tcp+connect', address: '2001:db8::1', port: 65535 }],
  ])('%s is understood', (text, target) => {
    const source = parseSource(text);
    expect(source).toEqual({ ...target, options: {} });
    expect(parseSource(formatSource(source))).toEqual(source);
  });

  test.each([
    ['tcp::', 'ESOURCE_ADDRESS', 5],
    ['tcp::example.org:57012', 'ESOURCE_ADDRESS', 5],
    ['tcp::::1:57012', 'ESOURCE_ADDRESS', 5],
    ['tcp::2001:db8::1:57012', 'ESOURCE_ADDRESS', 5],
    ['tcp::[::1', 'ESOURCE_ADDRESS', 9],
    ['tcp::[::1]57012', 'ESOURCE_ADDRESS', 10],
    ['tcp::[127.0.0.1]:57012', 'ESOURCE_ADDRESS', 6],
    ['tcp::[fe80::1%eth0]:57012', 'ESOURCE_ADDRESS', 13],
    ['tcp::127.0.0.1', 'ESOURCE_PORT', 14],
    ['tcp::127.0.0.1:', 'ESOURCE_PORT', 15],
    ['tcp::127.0.0.1:057012', 'ESOURCE_PORT', 15],
    ['tcp::127.0.0.1:65536', 'ESOURCE_PORT', 15],
    ['tcp::127.0.0.1:57012:workers=2', 'ESOURCE_OPTION', 21],
    ['tcp+connect::0.0.0.0:57012', 'ESOURCE_ADDRESS', 13],
    ['tcp+connect::[::]:57012', 'ESOURCE_ADDRESS', 13],
  ])('%s is refused: %s at %i', (text, code, position) => {
    try {
      parseSource(text);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(SourceError);
      expect(error).toMatchObject({ code, position });
    }
  });

  test('the hint about an option says that there are none', () => {
    expect(() => parseSource('tcp::127.0.0.1:57012:workers=2')).toThrow(
      expect.objectContaining({ hint: 'tcp has no options: leave it out' }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../src/cli/arguments';
import { recordPrinter } from '../../../src/cli/record-printer';
import { captureRequest } from '../../../src/cli/request';
import { startupLines } from '../../../src/cli/startup-lines';
import { ethernet, ipv4, udp } from '../../../src/frames/frames';
import type { CapturePlan } from '../../../src/plan/plan';
import { resolvePlan } from '../../../src/plan/resolve';
import { LineWriter } from '../../../src/print/text/line-writer';
import { recordOf } from '../../support/json-packet';

const plan = (...argv: string[]): CapturePlan => resolvePlan(captureRequest(parseArguments(argv)));
const opened = { name: 'eth0', linkType: 1, snaplen: 262144, fanout: undefined, receiveBuffer: 0, workers: 1 };
const addon = { linkTypeName: () => ({ name: 'EN10MB', description: 'Ethernet' }) };
const frame = ethernet({}, ipv4({}, udp({}, 'x')));

function printed(...argv: string[]): string {
  let text = '';
  const out = new LineWriter((bytes, length) => {
    text += Buffer.from(bytes.subarray(0, length)).toString('latin1');
  });
  const printer = recordPrinter(plan(...argv), [opened], out, undefined);
  printer.print(recordOf(frame));
  out.flush();
  return text;
}

describe('--json', () => {
  test('prints an object with the name of the source, and lines of text without it', () => {
    expect(JSON.parse(printed('-i', 'eth0', '--json'))).toMatchObject({ source: 'eth0', proto: 'udp' });
    expect(printed('-i', 'eth0', '-nn', '-t')).toBe('IP 192.0.2.1.40000 > 192.0.2.2.9: UDP, length 1\n');
  });

  test.each([
    ['-x', frame.length - 14],
    ['-X', frame.length - 14],
    ['-xx', frame.length],
    ['-XX', frame.length],
  ])('with %s has the bytes of the packet', (flag, count) => {
    expect(JSON.parse(printed('-i', 'eth0', '--json', flag)).bytes).toHaveLength(2 * count);
  });

  test('with -T has the layer of that type, whatever the ports', () => {
    const layers = (...argv: string[]) => JSON.parse(printed('-i', 'eth0', '--json', ...argv)).layers.at(-1).layer;
    expect(layers('-T', 'tftp')).toBe('tftp');
    expect(layers()).toBe('udp');
  });

  test('with -# has numbers, and -e, -n, -v, -S and -K change nothing', () => {
    expect(JSON.parse(printed('-i', 'eth0', '--json', '-#')).number).toBe(1);
    expect(printed('-i', 'eth0', '--json', '-nevSK')).toBe(printed('-i', 'eth0', '--json'));
  });

  test.each([
    ['-q', '-q can not be used with --json: an object always has all its layers'],
    ['-tt', '-t can not be used with --json: an object always has its time in seconds and nanoseconds'],
    [
      '-A',
      '-A can not be used with --json: an object has its bytes in hexadecimal: -x, or -xx with the link-layer header',
    ],
    ['-N', '-N can not be used with --json: an object has addresses and no names'],
    ['-Trtp', '-T rtp can not be used with --json: an object has no layer for it'],
    ['--count', '--count prints a number, --json every packet'],
    ['-wfile', '--json prints packets, and -w alone writes them to a file'],
  ])('refuses %s with one line', (flag, message) => {
    expect(() => plan('-i', 'eth0', '--json', flag)).toThrow(message);
  });

  test('goes with -w and --print', () => {
    expect(plan('-i', 'eth0', '--json', '-w', 'file', '--print').output).toMatchObject({ print: true, format: 'json' });
  });

  test('does not advise -v when it begins', () => {
    expect(startupLines(plan('-i', 'eth0', '--json'), [opened], addon)).toEqual([
      'fandump: listening on eth0, link-type EN10MB (Ethernet), snapshot length 262144 bytes',
    ]);
  });
});

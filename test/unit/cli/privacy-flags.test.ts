import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../src/cli/arguments';
import { captureRequest } from '../../../src/cli/request';
import { toNativePlan } from '../../../src/plan/native-plan';
import { explainPrivacy } from '../../../src/plan/privacy';
import { resolvePlan } from '../../../src/plan/resolve';

function plan(...argv: string[]) {
  return resolvePlan(captureRequest(parseArguments(['-i', 'eth0', ...argv])));
}

describe('--slice', () => {
  test('headers keeps no payload, headers+N so many bytes of it', () => {
    expect(toNativePlan(plan('--slice', 'headers'))).toMatchObject({ slicePayload: 0 });
    expect(toNativePlan(plan('--slice', 'headers+64'))).toMatchObject({ slicePayload: 64 });
    expect(toNativePlan(plan()).slicePayload).toBeUndefined();
  });

  test.each([
    ['payload', "--slice: 'payload' does not begin with headers"],
    ['64', "--slice: '64' does not begin with headers"],
    ['headers+', "--slice: '' is not a whole number from 0 to 262144"],
    ['headers+-1', "--slice: '-1' is not a whole number from 0 to 262144"],
    ['headers+999999', "--slice: '999999' is not a whole number from 0 to 262144"],
  ])('%s is refused with its cause', (text, message) => {
    expect(() => plan('--slice', text)).toThrow(expect.objectContaining({ message }));
  });
});

describe('--anonymize', () => {
  test('the key stays in its file', () => {
    const { anonymizeKeyFile } = toNativePlan(plan('-w', 'x.pcap', '--anonymize', '/etc/key'));
    expect(anonymizeKeyFile).toBe('/etc/key');
  });

  test('with an empty name is refused, for nothing would be anonymized', () => {
    expect(() => plan('-w', 'x.pcap', '--anonymize', '')).toThrow('--anonymize: the name of the file is empty');
  });

  test('goes not with a file of datagrams that nobody understands', () => {
    const argv = ['-i', 'udp::127.0.0.1:4789', '-w', 'x', '--invalid', 'y', '--anonymize', 'key'];
    expect(() => resolvePlan(captureRequest(parseArguments(argv)))).toThrow(/nobody knows what they hold/);
  });
});

test('--explain names both', () => {
  const { output } = plan('--slice', 'headers+8', '--anonymize', 'key');
  expect(explainPrivacy(output).map(([, { value }]) => value)).toEqual([
    'their headers and 8 bytes',
    'of IP and Ethernet addresses, by the key in key',
  ]);
});

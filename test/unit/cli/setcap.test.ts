import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describe as describeOpener, hasOneGroup, installLine } from '../../../src/cli/setcap';

describe('--setcap', () => {
  test('sets owner and mode before the capability, which they would take away', () => {
    expect(installLine('/home/me/fandump/build/Release/fandump-opener', '/usr/local/libexec/fandump-opener')).toBe(
      'groupadd --force --system fandump && install -D -o root -g fandump -m 0750 ' +
        '/home/me/fandump/build/Release/fandump-opener /usr/local/libexec/fandump-opener && ' +
        'setcap cap_net_raw+ep /usr/local/libexec/fandump-opener',
    );
  });

  test('quotes a path that a shell would take apart', () => {
    expect(installLine("/a b/it's;x", '/y')).toContain(" '/a b/it'\\''s;x' /y ");
  });

  test('installs nothing where a user namespace has a single group', () => {
    expect(hasOneGroup('         0          0          1\n')).toBe(true);
    expect(hasOneGroup('         0          0 4294967295\n')).toBe(false);
    expect(hasOneGroup('0 1000 1\n1 100000 65536\n')).toBe(false);
    expect(hasOneGroup(undefined)).toBe(false);
  });

  test('--check shows capability, owner, group and mode of an opener', () => {
    const opener = { path: '/x/fandump-opener', owner: 0, group: 'fandump', mode: 0o750, mayStart: true };
    expect(describeOpener({ ...opener, hasCapability: true, hasMore: false })).toBe(
      '/x/fandump-opener: cap_net_raw=ep, owner 0, group fandump, mode 0750',
    );
    expect(describeOpener({ ...opener, hasCapability: false, hasMore: true })).toContain('no capability and others');
  });
});

describe('the opener', () => {
  test('has fewer than 300 lines with its protocol', () => {
    const files = ['protocol.h', 'policy.h', 'program/main.cc', 'program/system_call.h'];
    const lines = files.map((name) => readFileSync(`native/opener/${name}`, 'utf8').split('\n').length - 1);
    expect(lines.reduce((sum, count) => sum + count, 0)).toBeLessThan(300);
  });
});

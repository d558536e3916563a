import { describe, expect, test } from 'vitest';
import { confine } from '../../../src/rights/confine';
import { rightsLines } from '../../../src/rights/explain';
import type { Identity } from '../../../src/rights/identity';
import type { RightsPlan } from '../../../src/rights/plan';
import { byDefault, byFlag } from '../../../src/settings/setting';

const plan: RightsPlan = {
  user: byDefault(undefined),
  sandbox: byDefault(true),
  touchesFiles: false,
  acceptsConnections: false,
};
const daemon: Identity = { user: 1, group: 1, name: 'daemon', ownsFiles: true };

const rules = {
  calls: [{ purpose: 'memory', names: ['mmap', 'brk'] }],
  restricted: [{ name: 'openat', left: 'for reading' }],
  readable: ['/etc'],
};

/** What confine asks of the addon, in order. */
function steps(rights: RightsPlan, identity: Identity | undefined, seccomp = true) {
  const calls: string[] = [];
  const messages = confine(rights, identity, {
    becomeUser: (user, group, name) => calls.push(`become ${user} ${group} ${name}`),
    dropCapabilities: () => calls.push('drop capabilities'),
    enterSandbox: (accepting) => {
      calls.push(accepting ? 'sandbox that takes connections' : 'sandbox');
      return { seccomp, landlock: 7 };
    },
  });
  return { calls, messages };
}

describe('rights are given up', () => {
  test('in this order: user, capabilities, sandbox', () => {
    expect(steps(plan, daemon).calls).toEqual(['become 1 1 daemon', 'drop capabilities', 'sandbox']);
  });

  test('but user and capabilities with -Z root', () => {
    expect(steps({ ...plan, user: byFlag('root', '-Z root') }, undefined).calls).toEqual(['sandbox']);
  });

  test('but the sandbox with --no-sandbox', () => {
    expect(steps({ ...plan, sandbox: byFlag(false, '--no-sandbox') }, daemon).calls).not.toContain('sandbox');
  });

  test('also when files are made or programs run meanwhile', () => {
    expect(steps({ ...plan, touchesFiles: true }, daemon).calls).toEqual(steps(plan, daemon).calls);
  });

  test('but connections are taken where a sink listens for them', () => {
    expect(steps({ ...plan, acceptsConnections: true }, undefined).calls).toContain('sandbox that takes connections');
    expect(rightsLines({ ...plan, acceptsConnections: true }, undefined, rules).at(-1)).toMatch(/the sink's port/);
  });

  test('and a kernel without seccomp filters is told of', () => {
    expect(steps(plan, daemon).messages).toEqual([]);
    expect(steps(plan, daemon, false).messages).toHaveLength(1);
  });
});

describe('--explain', () => {
  test('lists what the sandbox leaves', () => {
    expect(rightsLines(plan, daemon, rules)).toEqual([
      'becomes user daemon; all capabilities are dropped, no_new_privs is set',
      'sandbox: every other system call fails with EPERM',
      '  memory: mmap brk',
      '  openat: only those for reading',
      '  files that can be read: /etc',
      '  TCP connections: to port 53 only; none are accepted',
    ]);
  });

  test('says who makes files and runs commands meanwhile', () => {
    const keeper = 'fandump-keeper makes, names and deletes the files of -w, and runs the command of -z';
    expect(rightsLines({ ...plan, touchesFiles: true }, daemon, rules)[1]).toBe(`${keeper} as daemon`);
    expect(rightsLines({ ...plan, touchesFiles: true }, undefined, rules)[1]).toBe(keeper);
    expect(rightsLines({ ...plan, touchesFiles: true }, daemon, rules).slice(2)).toEqual(
      rightsLines(plan, daemon, rules).slice(1),
    );
  });

  test('says when nothing is given up', () => {
    const nothing = { ...plan, user: byFlag('root', '-Z root'), sandbox: byFlag(false, '--no-sandbox') };
    expect(rightsLines(nothing, undefined, rules)).toEqual(['user and capabilities are kept', 'sandbox: none']);
  });
});

import { describe, expect, test } from 'vitest';
import { chooseIdentity, type Invoker } from '../../../src/rights/identity';
import type { RightsPlan } from '../../../src/rights/plan';
import { byDefault, byFlag } from '../../../src/settings/setting';

const users: Record<string, { user: number; group: number }> = {
  nobody: { user: 65534, group: 65534 },
  capture: { user: 120, group: 121 },
};

function choose(user: string | undefined, invoker: Partial<Invoker>, mapped = true, touchesFiles = false) {
  const plan: RightsPlan = {
    user: user === undefined ? byDefault(undefined) : byFlag(user, `-Z ${user}`),
    sandbox: byDefault(true),
    touchesFiles,
    acceptsConnections: false,
  };
  const addon = { findUser: (name: string) => users[name], isMapped: () => mapped };
  return chooseIdentity(plan, { user: 0, environment: {}, ...invoker }, addon);
}

describe('whom root becomes', () => {
  test('the user of -Z, who then owns the files', () => {
    expect(choose('capture', {})).toMatchObject({ user: 120, group: 121, name: 'capture', ownsFiles: true });
  });

  test('whoever called sudo', () => {
    const environment = { SUDO_UID: '1000', SUDO_GID: '1001' };
    expect(choose(undefined, { environment })).toMatchObject({ user: 1000, group: 1001, ownsFiles: true });
  });

  test('nobody, who owns no file, when nobody called sudo or root did', () => {
    expect(choose(undefined, {})).toMatchObject({ user: 65534, group: 65534, ownsFiles: false });
    expect(choose(undefined, { environment: { SUDO_UID: '0', SUDO_GID: '0' } })).toMatchObject({ user: 65534 });
  });

  test('nobody also when files are made meanwhile: the keeper makes them', () => {
    expect(choose(undefined, {}, true, true)).toMatchObject({ user: 65534, ownsFiles: false });
  });

  test('nobody when the numbers of sudo are none', () => {
    for (const SUDO_UID of ['', '-1', '4294967295', '1000x', '0x10']) {
      expect(choose(undefined, { environment: { SUDO_UID, SUDO_GID: '1000' } })).toMatchObject({ user: 65534 });
    }
    expect(choose(undefined, { environment: { SUDO_UID: '1000' } })).toMatchObject({ user: 65534 });
  });
});

describe('who stays', () => {
  test('everybody but root, with -Z and without', () => {
    expect(choose('capture', { user: 1000 })).toBeUndefined();
    expect(choose(undefined, { user: 1000 })).toBeUndefined();
  });

  test('root with -Z root', () => {
    expect(choose('root', {})).toBeUndefined();
  });

  test('root of a user namespace that has nobody else', () => {
    expect(choose(undefined, {}, false)).toBeUndefined();
  });
});

describe('-Z is refused', () => {
  test('for a user that does not exist', () => {
    expect(() => choose('nosuch', {})).toThrow('-Z nosuch: there is no such user');
  });

  test('for a user that this user namespace does not have', () => {
    expect(() => choose('capture', {}, false)).toThrow('-Z capture: this user namespace does not have that user');
  });
});

import { describe, expect, test } from 'vitest';
import { throwingCaptureErrors } from '../../../src/engine/addon';
import { CaptureError } from '../../../src/engine/errors';

class Session {
  readonly isOpen = true;
}

const addon = throwingCaptureErrors({
  version: '1',
  Session,
  linkTypeValue: (name: string, missing: number) => (name === 'EN10MB' ? 1 : missing),
  interfaces() {
    throw Object.assign(new Error('cannot list the network interfaces'), { code: 'EINTERFACES', errno: 97, hint: 'h' });
  },
  readDevice() {
    throw new TypeError('an interface name is needed');
  },
});

describe('functions of the addon', () => {
  test('throw their failures as CaptureErrors', () => {
    const failure = expect.objectContaining({ code: 'EINTERFACES', errno: 97, hint: 'h' });
    expect(addon.interfaces).toThrow(CaptureError);
    expect(addon.interfaces).toThrow(failure);
  });

  test('throw a mistake of their caller as it is', () => {
    expect(addon.readDevice).toThrow(TypeError);
  });

  test('take and give what they did, and classes and values are the same', () => {
    expect(addon.linkTypeValue('EN10MB', -1)).toBe(1);
    expect(addon.linkTypeValue('none', -1)).toBe(-1);
    expect(addon.version).toBe('1');
    expect(new addon.Session().isOpen).toBe(true);
  });
});

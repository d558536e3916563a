import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../src/cli/arguments';
import { captureRequest } from '../../../src/cli/request';
import { resolvePlan } from '../../../src/plan/resolve';

function plan(...argv: string[]) {
  return resolvePlan(captureRequest(parseArguments(argv)));
}

describe('all interfaces at once', () => {
  test.each([['any'], ['af_packet::any'], ['any:fanout=inner:workers=2'], ['any:decap=vxlan'], ['any:link_type=276']])(
    '%s is a source',
    (source) => {
      const [planned] = plan('-i', source).sources;
      expect(planned).toMatchObject({ backend: 'af_packet', interface: 'any' });
    },
  );

  test.each([
    ['any:xdp=strip', 'af_packet::any: xdp is for one device, and any stands for all'],
    ['any:channels=rx=2', 'af_packet::any: channels is for one device, and any stands for all'],
    ['any:irq.0=1', 'af_packet::any: irq is for one device, and any stands for all'],
    ['any:enable_hw_timestamping', 'af_packet::any: enable_hw_timestamping is for one device, and any stands for all'],
    ['any:link_type=EN10MB', /interfaces of all kinds have no link type in common but LINUX_SLL2 and LINUX_SLL$/],
  ])('%s is refused', (source, message) => {
    expect(() => plan('-i', source)).toThrow(message);
  });

  test('-y EN10MB is refused by that name', () => {
    expect(() => plan('-i', 'any', '-y', 'EN10MB')).toThrow(/^-y EN10MB: interfaces of all kinds/);
  });

  test('is no place to send packets to', () => {
    expect(() => plan('-r', 'f', '-w', 'af_packet::any')).toThrow(
      "character 12: packets are sent on one interface, and 'any' is none",
    );
  });
});

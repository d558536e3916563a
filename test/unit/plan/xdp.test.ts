import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../src/cli/arguments';
import { captureRequest } from '../../../src/cli/request';
import { toNativePlan } from '../../../src/plan/native-plan';
import { resolvePlan } from '../../../src/plan/resolve';

function native(source: string) {
  const [first] = toNativePlan(resolvePlan(captureRequest(parseArguments(['-i', source])))).sources;
  if (first.kind !== 'af_packet') throw new Error('not an interface');
  return first;
}

describe('xdp=strip', () => {
  test('takes off every tunnel, or that of decap, and leaves nothing for decap', () => {
    expect(native('eth0').xdp).toBeUndefined();
    expect(native('eth0:xdp=strip').xdp).toEqual({ encapsulation: 'auto', skip: 0, port: 0, inside: [] });
    const source = native('eth0:xdp=strip:decap=skip=12:decap_port=9');
    expect(source.xdp).toEqual({ encapsulation: 'skip', skip: 12, port: 9, inside: [] });
    expect(source.decap).toBeUndefined();
    const nested = native('eth0:xdp=strip:decap=vxlan+erspan').xdp;
    expect(nested).toEqual({ encapsulation: 'vxlan', skip: 0, port: 0, inside: ['erspan'] });
    expect(native('eth0:xdp=strip:decap=tzsp').xdp).toEqual({ encapsulation: 'tzsp', skip: 0, port: 0, inside: [] });
  });

  test.each([
    ['eth0:xdp=strip:decap=erm:decap_other=drop', /decap_other is for decap after capture/],
    ['eth0:xdp=strip:decap=erm:outer_filter=udp', /outer_filter is for decap after capture/],
    ['eth0:xdp=yes', /'yes' is not one of off, strip/],
  ])('%s is refused', (source, message) => expect(() => native(source)).toThrow(message));
});

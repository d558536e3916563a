import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../src/cli/arguments';
import { captureRequest } from '../../../src/cli/request';
import { PlanError } from '../../../src/plan/error';
import { toNativePlan } from '../../../src/plan/native-plan';
import { writesPackets } from '../../../src/plan/plan';
import { resolvePlan } from '../../../src/plan/resolve';

const plan = (...argv: string[]) => resolvePlan(captureRequest(parseArguments(['-i', 'eth0', ...argv])));

describe('-w with a sink', () => {
  test('sends packets on and writes no file', () => {
    const native = toNativePlan(plan('-w', 'udp::10.0.0.5:4789:vni=7:rate=1000'));
    expect(native.save).toBeUndefined();
    expect(native.batch).toBeUndefined();
    expect(native.forward).toEqual({
      address: '10.0.0.5',
      port: 4789,
      encapsulation: 'vxlan',
      skip: 0,
      vni: 7,
      sourcePorts: 32,
      rate: 1000,
      segment: true,
    });
  });

  test('text beside it does not hold it up', () => {
    const native = toNativePlan(plan('-w', 'udp::10.0.0.5:4789', '--print'));
    expect(native.batch?.lossless).toBe(false);
  });

  test('a path is a file all the same', () => {
    const planned = plan('-w', './udp::x');
    expect(planned.output.save?.value).toBe('./udp::x');
    expect(planned.output.forward).toBeUndefined();
    expect(writesPackets(planned)).toBe(true);
  });

  test('a VNI where no header has one is refused', () => {
    expect(() => plan('-w', 'udp::10.0.0.5:4789:raw:vni=7')).toThrow(PlanError);
  });

  test('--count beside it is refused', () => {
    expect(() => plan('-w', 'udp::10.0.0.5:4789', '--count')).toThrow(/--count/);
  });

  test('the last of several -w counts', () => {
    expect(plan('-w', 'udp::10.0.0.5:4789', '-w', 'f').output).toMatchObject({
      save: { value: 'f' },
      forward: undefined,
    });
  });
});

import { describe, expect, test } from 'vitest';
import { checkCpus } from '../../../src/cli/allowed-cpus';
import { parseArguments } from '../../../src/cli/arguments';
import { captureRequest } from '../../../src/cli/request';
import { resolvePlan } from '../../../src/plan/resolve';

const status = () => 'Name:\tfandump\nCpus_allowed_list:\t0-1,4\nMems_allowed_list:\t0\n';
const check = (...argv: string[]) => checkCpus(resolvePlan(captureRequest(parseArguments(argv))), status);

describe('CPUs for the workers', () => {
  test('that this process may not use are refused with those that it may', () => {
    expect(() => check('-i', 'eth0:workers=auto', '--cpus', '1-3')).toThrow(
      'workers cannot run on CPU 2-3: this process may use 0-1,4',
    );
    expect(() => check('-i', 'eth0:pin=5')).toThrow('workers cannot run on CPU 5');
  });

  test('that it may use are taken, and so are those that no worker comes to', () => {
    expect(() => check('-i', 'eth0:workers=auto', '--cpus', '0-1,4')).not.toThrow();
    expect(() => check('-i', 'eth0', '--cpus', '4,5')).not.toThrow();
    expect(() => check('-i', 'eth0')).not.toThrow();
  });
});

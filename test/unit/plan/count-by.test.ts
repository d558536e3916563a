import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../src/cli/arguments';
import { captureRequest } from '../../../src/cli/request';
import { parseCountKeys } from '../../../src/plan/count-by';
import { PlanError } from '../../../src/plan/error';
import { toNativePlan } from '../../../src/plan/native-plan';
import { resolvePlan } from '../../../src/plan/resolve';

const plan = (...argv: string[]) => resolvePlan(captureRequest(parseArguments(argv)));
const refusal = (...argv: string[]) => expect(() => plan('--count-by', ...argv));

describe('what packets are counted by', () => {
  test('is one name or several, in their order', () => {
    expect(parseCountKeys('flow')).toEqual(['flow']);
    expect(parseCountKeys('PROTO, src,vni')).toEqual(['proto', 'src', 'vni']);
    expect(toNativePlan(plan('--count-by', 'port,dst', '-i', 'lo')).countBy).toEqual(['port', 'dst']);
    expect(toNativePlan(plan('-i', 'lo')).countBy).toBeUndefined();
  });

  test('is refused where it is none, or named twice', () => {
    for (const list of ['', 'vnis', 'flow,', 'all', 'src,src']) {
      expect(() => parseCountKeys(list)).toThrow(PlanError);
    }
    expect(() => parseCountKeys('flows')).toThrow(expect.objectContaining({ hint: "did you mean 'flow'?" }));
    expect(() => parseCountKeys('\x1b[2J')).toThrow("'\\x1b[2j'".replace('j', 'J'));
  });

  test('is the tunnel only where packets came through one', () => {
    refusal('vni', '-r', 'file').toThrow(/^--count-by vni is about the tunnel of packets, and a savefile/);
    refusal('src,tunnel', '-i', 'eth0').toThrow(/^--count-by tunnel .* af_packet::eth0 takes packets out of none$/);
    refusal('vni', '-i', 'af_packet::eth0:decap=auto').not.toThrow();
    refusal('vni,tunnel', '-i', 'udp::0.0.0.0:4789').not.toThrow();
  });

  test('goes beside a savefile, and with nothing else on standard output', () => {
    refusal('src', '-i', 'eth0', '-w', 'file').not.toThrow();
    refusal('src', '-i', 'eth0', '--json').not.toThrow();
    refusal('src', '-i', 'eth0', '-w', '-').toThrow('-w - and --count-by would mix');
    refusal('src', '-i', 'eth0', '--count').toThrow('--count prints a number');
    refusal('src', '-i', 'eth0', '-w', 'file', '--print').toThrow('not with --print');
  });
});

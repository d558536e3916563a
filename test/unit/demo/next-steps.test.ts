import { describe, expect, test } from 'vitest';
import { type Host, nextSteps } from '../../../src/demo/next-steps';

const host = (programs: string[], isRoot = false): Host => ({
  isRoot,
  interface: 'eth0',
  hasProgram: (name) => programs.includes(name),
});
const steps = (of: Host) => nextSteps(of, 'fandump', 'demo.pcap');

describe('what to try next', () => {
  test('is three lines on every host', () => {
    for (const programs of [[], ['sudo'], ['tcpdump'], ['sudo', 'tcpdump']]) {
      expect(steps(host(programs))).toHaveLength(3);
    }
  });

  test('captures on the interface without sudo for root', () => {
    expect(steps(host(['sudo'], true))[2]).toBe('fandump -nn -c 10 -i eth0');
  });

  test('captures on the interface through sudo where there is sudo', () => {
    expect(steps(host(['sudo']))[2]).toBe('sudo fandump -nn -c 10 -i eth0');
  });

  test('opens nothing where the user cannot become root', () => {
    expect(steps(host([]))[2]).toMatch(/^fandump --explain /);
  });

  test('names tcpdump only where it is installed', () => {
    expect(steps(host(['tcpdump'])).join()).toContain('tcpdump');
    expect(steps(host([])).join()).not.toContain('tcpdump');
  });
});

import { describe, expect, test } from 'vitest';
import { FlowTable } from '../../../src/print/flow-table';

function key(flows: FlowTable, number: number): void {
  flows.key[0] = 0x10001001;
  flows.key[1] = number;
  flows.key[2] = ~number;
}

describe('FlowTable', () => {
  test('finds what was stored, and nothing else', () => {
    const flows = new FlowTable(2);
    for (let i = 0; i < 50_000; i++) {
      key(flows, i);
      expect(flows.find()).toBe(false);
      flows.store(i, i + 1);
    }
    for (let i = 0; i < 50_000; i++) {
      key(flows, i);
      if (!flows.find() || flows.lowerBase !== i || flows.higherBase !== i + 1) expect.fail(`flow ${i}`);
    }
  });

  test('keeps a flow that goes on while over a million others pass', () => {
    const flows = new FlowTable(2);
    key(flows, 0);
    flows.store(7, 8);
    for (let i = 1; i < 1_600_000; i++) {
      key(flows, i);
      flows.store(i, i);
      if (i % 100_000 !== 0) continue;
      key(flows, 0);
      expect(flows.find()).toBe(true);
    }
    key(flows, 0);
    expect(flows.find() && flows.lowerBase).toBe(7);
  });

  test('forgets a flow that stays silent for two generations', () => {
    const flows = new FlowTable(2);
    key(flows, 0);
    flows.store(7, 8);
    for (let i = 1; i < 1_600_000; i++) {
      key(flows, i);
      flows.store(i, i);
    }
    key(flows, 0);
    expect(flows.find()).toBe(false);
  });

  test('takes flows that somebody has chosen for one slot of a hash that all know, within the time of a test', () => {
    const factor = 0x85ebca6b;
    // Its inverse modulo 2^32, by Newton's method.
    const inverse = Array.from({ length: 5 }).reduce<number>((x) => Math.imul(x, 2 - Math.imul(factor, x)), factor);
    const mix = (hash: number, word: number) => {
      const product = Math.imul(hash ^ word, factor);
      return product ^ (product >>> 15);
    };
    const target = 0x12345678;
    const unmixed = Math.imul(inverse, target ^ ((target ^ (target >>> 15)) >>> 15));
    const flows = new FlowTable(2);
    for (let i = 0; i < 60_000; i++) {
      flows.key[0] = 0x10001001;
      flows.key[1] = i;
      flows.key[2] = unmixed ^ mix(mix(0x9e3779b9, flows.key[0]), i);
      expect(mix(mix(mix(0x9e3779b9, flows.key[0]), i), flows.key[2])).toBe(target);
      if (flows.find()) expect.fail(`flow ${i}`);
      flows.store(i, i);
    }
  });
});

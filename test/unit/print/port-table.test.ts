import { describe, expect, test } from 'vitest';
import { PortTable } from '../../../src/print/port-table';

const printers = {
  first: { rank: 0, print: () => {} },
  second: { rank: 1, print: () => {} },
  toOnly: { rank: 2, print: () => {}, destinationOnly: true },
  fromOnly: { rank: 3, print: () => {}, sourceOnly: true },
};
const table = new PortTable(
  new Map([
    [53, printers.first],
    [65_535, printers.second],
    [1985, printers.toOnly],
    [49_152, printers.fromOnly],
  ]),
);

describe('PortTable', () => {
  test('has nothing for two ports that nobody listed', () => {
    expect(table.isListed(52, 54)).toBe(false);
    expect(table.choose(52, 54)).toBeUndefined();
  });

  test('finds a printer by either port', () => {
    expect(table.choose(53, 40_000)).toBe(printers.first);
    expect(table.choose(40_000, 65_535)).toBe(printers.second);
  });

  test('prefers the printer listed first', () => {
    expect(table.choose(65_535, 53)).toBe(printers.first);
    expect(table.choose(53, 65_535)).toBe(printers.first);
  });

  test('takes a printer of one side for that side only', () => {
    expect(table.choose(40_000, 1985)).toBe(printers.toOnly);
    expect(table.choose(1985, 40_000)).toBeUndefined();
    expect(table.choose(49_152, 40_000)).toBe(printers.fromOnly);
    expect(table.choose(40_000, 49_152)).toBeUndefined();
  });
});

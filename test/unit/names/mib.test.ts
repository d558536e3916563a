import { describe, expect, test } from 'vitest';
import { objectNames } from '../../../src/names/mib';
import type { ObjectNode } from '../../../src/print/name-lookup';

function nameOf(path: string): string | undefined {
  let node: ObjectNode | undefined = objectNames.root;
  for (const arc of path.split('.')) node = node?.children.get(Number(arc));
  return node?.name;
}

describe('names of SNMP objects', () => {
  test('are those of MIB-II and of the version 3 modules', () => {
    expect(nameOf('1.3.6.1')).toBe('internet');
    expect(nameOf('1.3.6.1.2.1.1.5')).toBe('sysName');
    expect(nameOf('1.3.6.1.2.1.2.2.1.22')).toBe('ifSpecific');
    expect(nameOf('1.3.6.1.6.3.15.1.1.4')).toBe('usmStatsUnknownEngineIDs');
  });

  test('have holes', () => {
    expect(nameOf('1.3.6.1.2.1.9')).toBeUndefined();
    expect(nameOf('1.3.6.1.4.1.101')).toBe('ultra');
    expect(nameOf('1.3.6.1.4.1.102')).toBeUndefined();
    expect(nameOf('1.3.6.1.4.1.136')).toBe('ccur');
  });

  test('are abbreviated where tcpdump abbreviates', () => {
    const shown = objectNames.abbreviations.map(({ prefix, node }) => [prefix, node.children.get(1)?.name ?? '']);
    expect(shown).toEqual([
      ['', 'system'],
      ['E:', 'proteon'],
      ['S:', ''],
    ]);
  });
});

import { expect, test } from 'vitest';
import { parseCpuList } from '../../../src/source/cpu-list';

test('a list of CPUs holds numbers and ranges, in its own order', () => {
  expect(parseCpuList('8,2-4,0')).toEqual([8, 2, 3, 4, 0]);
});

test.each(['', '3-1', '1,1', '0-2,2', '1024', 'a', '1-', '1,,2', '-1'])('%j is no list of CPUs', (text) => {
  expect(parseCpuList(text)).toBeUndefined();
});

import { expect, test } from 'vitest';
import { formatCpuList, parseCpuList, parseCpus } from '../../../src/source/cpu-list';

test('a list of CPUs holds numbers and ranges, in its own order', () => {
  expect(parseCpuList('8,2-4,0')).toEqual([8, 2, 3, 4, 0]);
});

test('the kernel may name CPUs that a plain affinity mask has no room for', () => {
  expect(parseCpuList('1023-1025')).toEqual([1023, 1024, 1025]);
});

test.each(['', '3-1', 'a', '1-', '1,,2', '-1'])('%j is no list of CPUs', (text) => {
  expect(parseCpuList(text)).toBeUndefined();
});

test.each([
  ['1,1', "CPU 1 stands twice in '1,1'"],
  ['0-2,2', "CPU 2 stands twice in '0-2,2'"],
  ['1024', 'CPU 1024 is beyond the highest, 1023'],
  ['3-1', "'3-1' is no list of CPUs"],
])('workers cannot be pinned to %j', (text, message) => {
  expect(() => parseCpus(text)).toThrow(message);
});

test('a list is written in order, with ranges', () => {
  expect(formatCpuList([8, 0, 1, 2, 7, 5])).toBe('0-2,5,7-8');
  expect(formatCpuList([])).toBe('');
});

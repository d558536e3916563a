import { readFileSync } from 'node:fs';

/** VmHWM of proc(5), in bytes: mapped pages count, touched or not. 0 for a process that has just ended. */
export function peakResidentBytes(pid: number): number {
  const found = /^VmHWM:\s+(\d+) kB$/m.exec(statusOf(pid));
  return found ? Number(found[1]) * 1024 : 0;
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'latin1');
  } catch {
    return '';
  }
}

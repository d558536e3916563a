import { readdirSync, readFileSync } from 'node:fs';

/** A field of /proc/PID/task/TID/status, once for each thread. */
export function threadStatus(pid: number, field: string): string[] {
  return readdirSync(`/proc/${pid}/task`).map((thread) => {
    const status = readFileSync(`/proc/${pid}/task/${thread}/status`, 'utf8');
    return new RegExp(`^${field}:[ \\t]*(.*?)[ \\t]*$`, 'm').exec(status)?.[1] ?? '';
  });
}

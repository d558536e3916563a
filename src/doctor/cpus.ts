/** CPUs of the kernel's list format: `0-3,8` (cpuset(7)). What is no such list is empty. */
export function parseCpus(text: string | undefined): number[] {
  const cpus: number[] = [];
  for (const part of (text ?? '').trim().split(',')) {
    const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part);
    if (match === null) continue;
    const last = Number(match[2] ?? match[1]);
    for (let cpu = Number(match[1]); cpu <= last; cpu++) cpus.push(cpu);
  }
  return cpus;
}

/** CPUs in order as a list of that format. */
export function formatCpus(cpus: readonly number[]): string {
  const parts: string[] = [];
  const sorted = [...new Set(cpus)].sort((a, b) => a - b);
  for (let index = 0; index < sorted.length; ) {
    const first = sorted[index];
    let last = first;
    while (sorted[++index] === last + 1) last++;
    parts.push(first === last ? String(first) : `${first}-${last}`);
  }
  return parts.join(',');
}

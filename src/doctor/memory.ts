// Memory for the ring, memory that may be locked, and the limits of the control group (cgroups(7)).
import type { CapturePlan } from '../plan/plan';
import { sizeText } from './amounts';
import { type Check, type Finding, note, ok, wrong } from './check';
import { type LiveSource, liveSources } from './devices';
import type { Host } from './host';
import { hasCapability } from './process-status';
import { commandLine } from './shell';
import { workerCount } from './workers';

const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;
/** Node itself, the printer's slots and the receive buffers of a udp source. */
const processNeed = 128 * mebibyte;
/** A ring above this share of what is free leaves the rest of the host short. */
const largeShare = 2;

export const memory: Check = {
  name: 'memory',
  run(host, plan) {
    return [...ringMemory(host, plan), ...groupLimit(host), lockedMemory(host, liveSources(plan))];
  },
};

function ringMemory(host: Host, plan: CapturePlan): Finding[] {
  const rings = liveSources(plan).filter((source) => source.backend === 'af_packet');
  const available = meminfo(host, 'MemAvailable');
  if (rings.length === 0 || available === undefined) return [];
  const asked = rings.reduce(
    (total, ring) => total + ring.options.buffer_size.value * workerCount(host, plan, ring),
    0,
  );
  const finding = `the rings of the plan take ${sizeText(asked)}, the host has ${sizeText(available)} available`;
  const count = rings.reduce((total, ring) => total + workerCount(host, plan, ring), 0);
  const fitting = Math.max(1, Math.floor(available / largeShare / count / kibibyte));
  const mend = commandLine('fandump', '-i', rings[0].origin.value, '-B', fitting);
  if (asked > available) return [wrong(finding, 'the kernel refuses it, or ends other programs', mend)];
  if (asked * largeShare > available) return [note(finding, 'little is left for everybody else', mend)];
  return [ok(finding)];
}

/** A line of /proc/meminfo in bytes. */
function meminfo(host: Host, name: string): number | undefined {
  const match = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(host.read('/proc/meminfo') ?? '');
  return match === null ? undefined : Number(match[1]) * kibibyte;
}

/** The ring is the kernel's memory and not counted here; what the process itself holds is. */
function groupLimit(host: Host): Finding[] {
  const path = /^0::(\/.*)$/m.exec(host.read('/proc/self/cgroup') ?? '')?.[1];
  const folder = `/sys/fs/cgroup${path ?? ''}`;
  const limit = Number(host.read(`${folder}/memory.max`)?.trim());
  if (path === undefined || !(limit > 0)) return [];
  const left = limit - Number(host.read(`${folder}/memory.current`)?.trim() ?? 0);
  const finding = `the control group may use ${sizeText(limit)}, ${sizeText(Math.max(0, left))} of it is free`;
  if (left >= processNeed) return [ok(finding)];
  const mend = `echo ${limit + processNeed} | ${commandLine('sudo', 'tee', `${folder}/memory.max`)}`;
  return [note(finding, `fandump may need ${sizeText(processNeed)}, and is killed when it gets none`, mend)];
}

function lockedMemory(host: Host, sources: readonly LiveSource[]): Finding {
  const text = /^Max locked memory\s+(\S+)/m.exec(host.read('/proc/self/limits') ?? '')?.[1] ?? 'unlimited';
  if (text === 'unlimited') return ok('RLIMIT_MEMLOCK is unlimited');
  const finding = `RLIMIT_MEMLOCK is ${sizeText(Number(text))}`;
  if (hasCapability(host, 'CapEff', 'ipcLock')) return ok(`${finding}, and CAP_IPC_LOCK lifts it`);
  const locks = sources.some((source) => {
    const implementation: string = source.backend === 'udp' ? source.options.implementation.value : '';
    return implementation === 'io_uring';
  });
  if (!locks) return ok(`${finding}; the source locks no memory`);
  return note(finding, 'io_uring locks its rings on kernels before 5.12', 'ulimit -l unlimited');
}

// The kernel's version, and each feature that fandump's sources can use, tried.
import { isRefusal, errno as reasons } from '../kernel/errno';
import { type Check, type Finding, note, ok, wrong } from './check';
import { type LiveSource, liveSources } from './devices';
import type { Host } from './host';
import { type KernelFeature, kernelFeatures, probeErrno } from './kernel-table';

export const kernel: Check = {
  name: 'kernel',
  run(host, plan) {
    const sources = liveSources(plan);
    const release = host.read('/proc/sys/kernel/osrelease')?.trim() ?? 'of unknown version';
    const working = kernelFeatures.filter(({ probe }) => probeErrno(host, probe) === 0);
    const version = ok(
      `Linux ${release}: ${working.map(({ title }) => title).join(', ') || 'no feature could be tried'}`,
    );
    return [version, ...kernelFeatures.flatMap((feature) => featureFinding(host, feature, sources))];
  },
};

function featureFinding(host: Host, feature: KernelFeature, sources: readonly LiveSource[]): Finding[] {
  const errno = probeErrno(host, feature.probe);
  if (errno === 0) return [];
  const isUsed = sources.some(feature.usedBy);
  const judge = isUsed ? wrong : note;
  const use = isUsed ? 'the source uses it' : 'the source does not use it';
  if (isRefusal(errno)) return refusal(host, feature, judge, use);
  if (feature.probe === 'io_uring' && errno === reasons.outOfMemory) {
    const mend = 'ulimit -l unlimited';
    return [judge('io_uring is refused: RLIMIT_MEMLOCK is too small', use, mend)];
  }
  return [judge(`${feature.title} is missing (errno ${errno})`, `${use}; Linux has it since ${feature.since}`)];
}

/** Refused for want of a right. For packet sockets that is the check of rights' finding. */
function refusal(host: Host, { probe, title }: KernelFeature, judge: typeof note, use: string): Finding[] {
  switch (probe) {
    case 'io_uring':
      return [ioUringRefusal(host, judge, use)];
    case 'bpf':
      return [judge(`${title} is refused: it needs CAP_BPF and CAP_NET_ADMIN`, use)];
    case 'udp_gro':
    case 'reuseport_cbpf':
      return [judge(`${title} is refused by a security policy`, use)];
    default:
      return [];
  }
}

/** Documentation/admin-guide/sysctl/kernel.rst: 0 for all, 1 for a group and CAP_SYS_ADMIN, 2 for nobody. */
function ioUringRefusal(host: Host, judge: typeof note, use: string): Finding {
  const sysctl = host.read('/proc/sys/kernel/io_uring_disabled')?.trim() ?? '0';
  if (sysctl === '0') return judge('io_uring is refused by a security policy, as a container has', use);
  const mend = 'sudo sysctl -w kernel.io_uring_disabled=0';
  return judge(`io_uring is switched off (kernel.io_uring_disabled=${sysctl})`, use, mend);
}

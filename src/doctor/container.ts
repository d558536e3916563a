// What a container or a service manager takes away: user namespace, seccomp filter, capabilities out of reach.
import { type Check, type Finding, note, ok, wrong } from './check';
import { liveSources } from './devices';
import type { Host } from './host';
import { hasCapability, inUserNamespace, isStatusKnown, statusLine } from './process-status';

/** Seccomp of /proc/self/status: a filter decides about system calls. */
const seccompFilter = '2';

export const container: Check = {
  name: 'container',
  run(host, plan) {
    if (!isStatusKnown(host)) {
      const why = 'what this process may do is not known, and a capture cannot give up its rights: it fails';
      return [wrong('/proc is not mounted', why, 'mount -t proc proc /proc')];
    }
    const kind = containerKind(host);
    const findings: Finding[] = [];
    const needsRaw = liveSources(plan).some(({ backend }) => backend === 'af_packet');
    if (needsRaw && !hasCapability(host, 'CapBnd', 'netRaw')) {
      const why = 'no program here can get it, not even as root';
      findings.push(wrong('CAP_NET_RAW is outside the bounding set', why, grantCommand(kind)));
    }
    if (inUserNamespace(host)) {
      const why = 'rights hold for network namespaces made inside it, and sysctl settings are made outside';
      findings.push(note('this is a user namespace of its own', why, 'cat /proc/self/uid_map'));
    }
    if (statusLine(host, 'Seccomp') === seccompFilter) {
      const why = 'it may refuse bpf, io_uring or packet sockets whatever rights there are';
      const mend = kind === 'docker' ? 'docker run --security-opt seccomp=unconfined --network host IMAGE' : '';
      findings.push(note('a seccomp filter is in force', why, mend));
    }
    if (findings.length > 0) return findings;
    return [ok(kind === '' ? 'no limits of a container' : `${kind} takes nothing away that the source needs`)];
  },
};

/** 'docker', 'podman', 'kubernetes' or what systemd calls it; '' outside of any. */
function containerKind(host: Host): string {
  if (host.environment('KUBERNETES_SERVICE_HOST') !== undefined) return 'kubernetes';
  if (host.read('/run/.containerenv') !== undefined) return 'podman';
  if (host.read('/.dockerenv') !== undefined) return 'docker';
  return host.environment('container') ?? '';
}

function grantCommand(kind: string): string {
  switch (kind) {
    case 'docker':
    case 'podman':
      return `${kind} run --cap-add NET_RAW --network host IMAGE`;
    case 'kubernetes':
      return 'kubectl explain pod.spec.containers.securityContext.capabilities.add';
    default:
      return 'capsh --print';
  }
}

import { parseArguments } from '../../src/cli/arguments';
import { captureRequest } from '../../src/cli/request';
import type { Check, Finding } from '../../src/doctor/check';
import type { Host } from '../../src/doctor/host';
import { kernelFeatures } from '../../src/doctor/kernel-table';
import type { InterfaceInfo } from '../../src/engine/native';
import type { DeviceFacts } from '../../src/engine/native-host';
import type { CapturePlan } from '../../src/plan/plan';
import { resolvePlan } from '../../src/plan/resolve';

/** The plan of a command line. */
export function planOf(...argv: string[]): CapturePlan {
  return resolvePlan(captureRequest(parseArguments(argv)));
}

/** The plan of a udp source that is to be received by another implementation than this version's only one. */
export function planReceivingBy(implementation: string): CapturePlan {
  const plan = planOf('-i', 'udp::0.0.0.0:4789');
  for (const source of plan.sources) {
    if (source.backend === 'udp') Object.assign(source.options.implementation, { value: implementation });
  }
  return plan;
}

export const eth0: InterfaceInfo = {
  name: 'eth0',
  index: 2,
  flags: 0x1043,
  hardwareType: 1,
  linkType: 1,
  addresses: ['192.0.2.1', '2001:db8::1'],
  operState: 6,
};

export const loopback: InterfaceInfo = {
  ...eth0,
  name: 'lo',
  index: 1,
  flags: 0x49,
  hardwareType: 772,
  addresses: ['127.0.0.1', '::1'],
};

/** A card with four queues on which everything is as a sensor wants it. */
export const sensorCard: DeviceFacts = {
  mtu: 9000,
  driver: 'ixgbe',
  bus: '0000:03:00.0',
  speed: 1000,
  lost: 0,
  features: { active: [], changeable: ['rx-gro', 'rx-lro', 'tx-tcp-segmentation', 'tx-generic-segmentation'] },
  rings: { receive: 4096, receiveMax: 4096 },
  channels: { receive: 0, receiveMax: 0, combined: 4, combinedMax: 8 },
  receiveHash: { key: Uint8Array.of(0x6d, 0x5a, 0x6d, 0x5a), queues: 4, symmetricInput: false, udpPorts: true },
  timestamps: { receivesAll: false, clock: -1 },
};

/** As they were read on such a host; what a test changes it writes over. */
export const healthyFiles: Readonly<Record<string, string>> = {
  '/proc/self/status': [
    'Name:\tnode',
    'Uid:\t0\t0\t0\t0',
    'CapPrm:\t000001ffffffffff',
    'CapEff:\t000001ffffffffff',
    'CapBnd:\t000001ffffffffff',
    'CapAmb:\t0000000000000000',
    'Seccomp:\t0',
    'Cpus_allowed_list:\t4-7',
    '',
  ].join('\n'),
  '/proc/self/uid_map': '         0          0 4294967295\n',
  '/proc/self/limits':
    'Limit                     Soft Limit           Hard Limit           Units     \nMax locked memory         8388608              8388608              bytes     \n',
  '/proc/self/cgroup': '0::/user.slice\n',
  '/proc/self/net/snmp': 'Udp: InDatagrams NoPorts InErrors OutDatagrams RcvbufErrors\nUdp: 100 0 0 100 0\n',
  '/proc/self/net/softnet_stat': '000f4240 00000000 00000000 00000000\n000f4240 00000000 00000000 00000000\n',
  '/proc/sys/net/core/netdev_max_backlog': '1000\n',
  '/proc/sys/net/core/netdev_budget': '300\n',
  '/proc/sys/net/core/rmem_max': '212992\n',
  '/proc/sys/net/ipv4/ip_unprivileged_port_start': '1024\n',
  '/proc/sys/kernel/osrelease': '6.1.0-18-amd64\n',
  '/proc/sys/kernel/io_uring_disabled': '0\n',
  '/proc/meminfo': 'MemTotal:       16384000 kB\nMemAvailable:    8192000 kB\n',
  '/proc/interrupts': [
    '           CPU0       CPU1       CPU2       CPU3',
    ' 38:       1000          0          0          0  PCI-MSI 1572864-edge      eth0-TxRx-0',
    ' 39:          0       1000          0          0  PCI-MSI 1572865-edge      eth0-TxRx-1',
    ' 40:          0          0          9          0  PCI-MSI 1572866-edge      eth01-TxRx-0',
    'NMI:          0          0          0          0   Non-maskable interrupts',
    '',
  ].join('\n'),
  '/proc/irq/38/effective_affinity_list': '0\n',
  '/proc/irq/39/effective_affinity_list': '1\n',
  '/proc/irq/40/effective_affinity_list': '4\n',
  '/sys/devices/system/cpu/online': '0-7\n',
  '/sys/devices/system/clocksource/clocksource0/current_clocksource': 'tsc\n',
  '/sys/devices/system/clocksource/clocksource0/available_clocksource': 'tsc hpet acpi_pm \n',
};

/** What differs from the healthy host; a file of undefined is missing. */
export interface Ailments extends Partial<Host> {
  files?: Record<string, string | undefined>;
  card?: Partial<DeviceFacts>;
  /** errno of probes that fail. */
  refused?: Record<string, number>;
  variables?: Record<string, string>;
}

/** A host on which no check finds anything wrong, but for the ailments. */
export function hostWith({ files = {}, card = {}, refused = {}, variables = {}, ...rest }: Ailments = {}): Host {
  const contents: Record<string, string | undefined> = { ...healthyFiles, ...files };
  const probes = ['packet_socket', ...kernelFeatures.map(({ probe }) => probe)];
  return {
    read: (path) => contents[path],
    list: () => [],
    environment: (name) => variables[name],
    interfaces: () => [loopback, eth0],
    device: (name) => (name === 'eth0' || name === 'lo' ? { ...sensorCard, ...card } : undefined),
    kernel: () => probes.map((name) => ({ name, errno: refused[name] ?? 0 })),
    packetSocket: () => undefined,
    receiveBuffer: (asked) => asked,
    fanoutMembers: () => [],
    udpListeners: () => [],
    clock: () => ({ synchronised: true, maxErrorMicroseconds: 500 }),
    socketOwners: () => [],
    folder: () => ({ writable: true, free: 2 ** 40, total: 2 ** 41 }),
    writeSpeed: () => 2 ** 30,
    ...rest,
  };
}

/** A line of /proc/self/status of the healthy host, changed. */
export function statusWith(lines: Record<string, string>): Record<string, string> {
  const changed = Object.entries(lines).reduce(
    (text, [name, value]) => text.replace(new RegExp(`^${name}:.*$`, 'm'), `${name}:\t${value}`),
    healthyFiles['/proc/self/status'],
  );
  return { '/proc/self/status': changed };
}

/** What a check finds for a plan, each as `level: finding; why; mend`. */
export function findings(check: Check, plan: CapturePlan, ailments: Ailments = {}): string[] {
  return check.run(hostWith(ailments), plan).map(findingLine);
}

function findingLine({ level, finding, why, mend }: Finding): string {
  return `${level}: ${[finding, why, mend].filter((part) => part !== '').join('; ')}`;
}

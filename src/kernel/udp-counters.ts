/** What the kernel counts of UDP in a network namespace, over IPv4 and IPv6: /proc/net/snmp and snmp6. */
export interface UdpCounters {
  /** Messages that found a receive buffer full (RcvbufErrors), of any socket. */
  receiveBufferFull: number;
  /** Messages for which UDP had no memory left (MemErrors): net.ipv4.udp_mem. */
  outOfMemory: number;
  /** Datagrams with a wrong checksum (InCsumErrors). */
  badChecksum: number;
}

/** undefined: the kernel does not show them. Without IPv6 there is no snmp6, and nothing to count. */
export function parseUdpCounters(snmp: string | undefined, snmp6: string | undefined): UdpCounters | undefined {
  const [titles, values] = (snmp ?? '')
    .split('\n')
    .filter((line) => line.startsWith('Udp:'))
    .map((line) => line.split(' '));
  if (values === undefined || !titles.includes('RcvbufErrors')) return undefined;
  // Kernels before 5.11 have no MemErrors.
  const four = (name: string) => Number(values[titles.indexOf(name)] ?? 0);
  const six = (name: string) => Number(new RegExp(`^Udp6${name}\\s+(\\d+)$`, 'm').exec(snmp6 ?? '')?.[1] ?? 0);
  const both = (name: string) => four(name) + six(name);
  return {
    receiveBufferFull: both('RcvbufErrors'),
    outOfMemory: both('MemErrors'),
    badChecksum: both('InCsumErrors'),
  };
}

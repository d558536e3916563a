/** services(5): names of TCP and UDP ports. */

/** By port number, 0..65535. */
export type PortNames = ReadonlyMap<number, Uint8Array>;

export interface ServiceNames {
  readonly tcp: PortNames;
  readonly udp: PortNames;
}

const largestPort = 65_535;
const serviceName = /^[!-~]{1,64}$/;
const encoder = new TextEncoder();

/** Lines of `name port/protocol alias...`; where several have a port, the first one names it. */
export function serviceNames(lines: readonly string[][]): ServiceNames {
  const tcp = new Map<number, Uint8Array>();
  const udp = new Map<number, Uint8Array>();
  for (const [name, portAndProtocol = ''] of lines) {
    const match = /^(\d{1,5})\/(tcp|udp)$/.exec(portAndProtocol);
    if (match === null || !serviceName.test(name)) continue;
    const port = Number(match[1]);
    const table = match[2] === 'tcp' ? tcp : udp;
    if (port <= largestPort && !table.has(port)) table.set(port, encoder.encode(name));
  }
  return { tcp, udp };
}

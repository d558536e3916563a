// What the host counts of losses before a UDP socket: proc_pid_net(5), and softnet_stat (softnet_seq_show in
// net/core/net-procfs.c).
import { closeSync, openSync, readSync } from 'node:fs';
import { parseUdpCounters } from '../kernel/udp-counters';

/** Since boot or since the network namespace was made; undefined: the kernel does not show it. */
export interface HostCounters {
  /** Messages of any UDP socket of this namespace that found its receive buffer full. */
  receiveBufferFull: number | undefined;
  /** Messages of any UDP socket of this namespace for which UDP had no memory left. */
  outOfMemory: number | undefined;
  /** Datagrams with a wrong checksum. */
  badChecksum: number | undefined;
  /** Packets that found the queue between device and network stack full, on any CPU. */
  backlogFull: number | undefined;
  /** How often taking packets in was cut short, on any CPU. */
  squeezed: number | undefined;
  /** Packets that the devices have dropped, by interface. */
  interfaces: Readonly<Record<string, number>> | undefined;
}

/** Columns of softnet_stat, hexadecimal, a line per CPU. */
const softnetDropped = 1;
const softnetSqueezed = 2;
/** Columns of /proc/net/dev behind the name: receive bytes, packets, errs, drop, fifo. */
const deviceDrop = 3;
const deviceFifo = 4;

const unknownUdp = { receiveBufferFull: undefined, outOfMemory: undefined, badChecksum: undefined };

const loopback = 'lo';
const readSize = 65_536;

/** The files behind the counters, opened once: where they are read, nothing may be opened any more. */
export class HostCounterFiles {
  private readonly snmp: number | undefined;
  private readonly snmp6: number | undefined;
  private readonly softnet: number | undefined;
  private readonly devices: number | undefined;

  constructor(folder = '/proc/self/net') {
    this.snmp = openForReading(`${folder}/snmp`);
    this.snmp6 = openForReading(`${folder}/snmp6`);
    this.softnet = openForReading(`${folder}/softnet_stat`);
    this.devices = openForReading(`${folder}/dev`);
  }

  read(): HostCounters {
    const udp = parseUdpCounters(readAgain(this.snmp), readAgain(this.snmp6));
    return {
      ...(udp ?? unknownUdp),
      ...softnetCounters(readAgain(this.softnet)),
      interfaces: deviceDrops(readAgain(this.devices)),
    };
  }

  close(): void {
    for (const file of [this.snmp, this.snmp6, this.softnet, this.devices]) {
      if (file !== undefined) closeSync(file);
    }
  }
}

/** What has been counted between two readings. A device that came in between counts from 0. */
export function difference(now: HostCounters, before: HostCounters): HostCounters {
  const minus = (one: number | undefined, other: number | undefined) =>
    one === undefined || other === undefined ? undefined : one - other;
  const grown = Object.entries(now.interfaces ?? {}).map(([name, drops]): [string, number] => {
    // A device that was made anew counts from 0.
    const earlier = before.interfaces?.[name] ?? 0;
    return [name, drops < earlier ? drops : drops - earlier];
  });
  return {
    receiveBufferFull: minus(now.receiveBufferFull, before.receiveBufferFull),
    outOfMemory: minus(now.outOfMemory, before.outOfMemory),
    badChecksum: minus(now.badChecksum, before.badChecksum),
    backlogFull: minus(now.backlogFull, before.backlogFull),
    squeezed: minus(now.squeezed, before.squeezed),
    interfaces: now.interfaces && before.interfaces && Object.fromEntries(grown),
  };
}

function openForReading(path: string): number | undefined {
  try {
    return openSync(path, 'r');
  } catch {
    return undefined;
  }
}

/** The file as it is now. */
function readAgain(file: number | undefined): string | undefined {
  if (file === undefined) return undefined;
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for (;;) {
      const part = Buffer.alloc(readSize);
      const count = readSync(file, part, 0, readSize, length);
      if (count === 0) return Buffer.concat(parts).toString('latin1');
      parts.push(part.subarray(0, count));
      length += count;
    }
  } catch {
    return undefined;
  }
}

function softnetCounters(text: string | undefined): Pick<HostCounters, 'backlogFull' | 'squeezed'> {
  if (text === undefined) return { backlogFull: undefined, squeezed: undefined };
  const rows = text.split('\n').filter((line) => /^[0-9a-f]{8} /.test(line));
  const sum = (column: number) =>
    rows.reduce((total, row) => total + Number.parseInt(row.split(' ')[column] ?? '0', 16), 0);
  return { backlogFull: sum(softnetDropped), squeezed: sum(softnetSqueezed) };
}

function deviceDrops(text: string | undefined): Record<string, number> | undefined {
  if (text === undefined) return undefined;
  const rows = [...text.matchAll(/^\s*(\S+):\s*(.+)$/gm)].filter(([, name]) => name !== loopback);
  return Object.fromEntries(
    rows.map(([, name, columns]) => {
      const counts = columns.split(/\s+/).map(Number);
      return [name, counts[deviceDrop] + counts[deviceFifo]];
    }),
  );
}

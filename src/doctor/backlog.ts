// Packets on their way from the device to the network stack: /proc/net/softnet_stat and net.core.netdev_max_backlog
// (Documentation/admin-guide/sysctl/net.rst).
import { counted } from '../source/counted';
import { type Check, type Finding, note, ok, wrong } from './check';
import type { Host } from './host';
import { commandLine } from './shell';

/** Columns of softnet_stat (softnet_seq_show in net/core/net-procfs.c), hexadecimal, a line per CPU. */
const processedColumn = 0;
const droppedColumn = 1;
const squeezedColumn = 2;

/** A loss of more than one packet in so many is no accident. */
const tolerated = 10_000;
/** So many packets in one round at most; a round cut short is a squeeze. */
const rareSqueeze = 100_000;
const growth = 4;

export const backlog: Check = {
  name: 'backlog',
  run(host) {
    const rows = softnetRows(host);
    if (rows.length === 0)
      return [note('/proc/net/softnet_stat cannot be read', 'drops before the capture are not seen')];
    const processed = sum(rows, processedColumn);
    return [
      dropped(host, sum(rows, droppedColumn), processed),
      ...squeezed(host, sum(rows, squeezedColumn), processed),
    ];
  },
};

function dropped(host: Host, drops: number, processed: number): Finding {
  const setting = host.read('/proc/sys/net/core/netdev_max_backlog')?.trim();
  const limit = setting === undefined ? '' : `, netdev_max_backlog is ${setting}`;
  if (drops === 0) return ok(`no packet was dropped on its way from the device${limit}`);
  const finding = `${counted(drops, 'packet')} dropped on the way from the device since boot${limit}`;
  const judge = drops * tolerated > processed ? wrong : note;
  const mend = raise('net.core.netdev_max_backlog', setting);
  return judge(finding, 'the queue between device and network stack was full', mend);
}

function squeezed(host: Host, squeezes: number, processed: number): Finding[] {
  if (squeezes * rareSqueeze <= processed) return [];
  const setting = host.read('/proc/sys/net/core/netdev_budget')?.trim();
  const finding = `taking packets in was cut short ${counted(squeezes, 'time')} since boot`;
  const why = 'the CPU had more packets than its turn lasts, the device must hold them';
  return [note(finding, why, raise('net.core.netdev_budget', setting))];
}

/** '' where the setting is not to be seen, as in a network namespace of one's own. */
function raise(name: string, value: string | undefined): string {
  if (value === undefined) return '';
  return commandLine('sudo', 'sysctl', '-w', `${name}=${Number(value) * growth}`);
}

function softnetRows(host: Host): number[][] {
  const lines = host.read('/proc/self/net/softnet_stat')?.split('\n') ?? [];
  const rows = lines.filter((line) => /^[0-9a-f]{8} /.test(line));
  return rows.map((line) => line.split(' ').map((column) => Number.parseInt(column, 16)));
}

function sum(rows: readonly number[][], column: number): number {
  return rows.reduce((total, row) => total + row[column], 0);
}

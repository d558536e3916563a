// Which interrupt serves which queue of a device. Nothing but its name tells: eth0-TxRx-3, eth0-rx-3, virtio1-input.3,
// mlx5_comp3@pci:0000:03:00.0.
import type { KernelFiles } from '../kernel/files';
import { deviceInterrupts } from '../kernel/interrupts';

export interface QueueInterrupt {
  number: number;
  name: string;
}

/** Interrupts that announce received packets, by the number of the queue; `bus`: the device's address there, or ''. */
export function queueInterrupts(files: KernelFiles, device: string, bus: string): Map<number, QueueInterrupt> {
  const queues = new Map<number, QueueInterrupt>();
  for (const { number, name } of deviceInterrupts(files, device, bus)) {
    // The device's own number is none of a queue.
    const queue = receiveQueue(name.replace(device, ''));
    if (queue !== undefined && !queues.has(queue)) queues.set(queue, { number, name });
  }
  return queues;
}

/** The queue's number at the end of a name, unless the name says that the queue only sends or serves other purposes. */
function receiveQueue(name: string): number | undefined {
  const [words] = name.split('@');
  const number = /(\d+)$/.exec(words);
  if (number === null) return undefined;
  const kind = words.slice(0, number.index).toLowerCase();
  const receives = /tx-?rx|rx|input|comp|queue|fp/.test(kind);
  const others = /(^|[^a-z])tx|output|async|ctrl|control|config|mgmt|misc/.test(kind);
  return others && !receives ? undefined : Number(number[1]);
}

/** Interface names of this host by index: version 2 of the cooked header carries only the index. */
import { readdirSync, readFileSync } from 'node:fs';

const directory = '/sys/class/net';
const indexes = new Map<number, string>();
let loaded = false;

function load(): void {
  loaded = true;
  try {
    for (const name of readdirSync(directory)) {
      indexes.set(Number(readFileSync(`${directory}/${name}/ifindex`, 'latin1')), name);
    }
  } catch {
    // Without /sys every interface is shown as unknown, which is what another host's capture gets too.
  }
}

/** The name, or `?` where this host has no such interface. Printable ASCII only. */
export function interfaceName(index: number): string {
  if (!loaded) load();
  return indexes.get(index)?.replace(/[^\x21-\x7e]/g, '?') ?? '?';
}

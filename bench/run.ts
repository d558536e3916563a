import { countGro } from './count-gro';
import { countRing } from './count-ring';
import { countUdp } from './count-udp';
import type { Figure } from './figure';
import { filterUdp } from './filter-udp';
import { firstPacket } from './first-packet';
import { forward } from './forward';
import { json } from './json';
import { memory } from './memory';
import { mergeFiles } from './merge-files';
import { print } from './print';
import { printLive } from './print-live';
import { printMemory } from './print-memory';
import { receivers } from './receivers';
import { sandbox } from './sandbox';
import { startUp } from './start-up';
import { steering } from './steering';
import { formatRow, header, type Row } from './table';
import { udpTcpdump } from './udp-tcpdump';
import { workers } from './workers';
import { writeDevNull } from './write-devnull';
import { writeDisk } from './write-disk';
import { writeFile } from './write-file';
import { writeRing } from './write-ring';

const figures: Figure[] = [
  writeDevNull,
  writeFile,
  mergeFiles,
  writeRing,
  writeDisk,
  countRing,
  countUdp,
  countGro,
  filterUdp,
  receivers,
  udpTcpdump,
  print,
  printLive,
  printMemory,
  json,
  startUp,
  steering,
  workers,
  forward,
  sandbox,
  firstPacket,
  memory,
];

/** Takes the figures named on the command line, or all, and prints a row as soon as it is there. */
async function main(names: string[]): Promise<void> {
  const unknown = names.filter((name) => !figures.some((figure) => figure.name === name));
  if (unknown.length > 0) {
    console.error(`bench: no figure '${unknown[0]}'; there are ${figures.map((figure) => figure.name).join(', ')}`);
    process.exitCode = 2;
    return;
  }
  console.log(header);
  const rows: Row[] = [];
  for (const figure of figures.filter(({ name }) => names.length === 0 || names.includes(name))) {
    for (const row of await figure.measure()) {
      rows.push(row);
      console.log(formatRow(row));
    }
  }
  const met = rows.filter((row) => row.met).length;
  console.log(`\n${met} of ${rows.length} targets met`);
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(`bench: ${error.message}`);
  process.exitCode = 1;
});

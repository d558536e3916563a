/**
 * Prints every capture below some folders as JSON, lets jq read it, and compares each object with the published schema.
 * Usage: node json.cjs [folder …]. Without a folder: ../shared/corpora beside the project.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { JsonPrinter } from '../../src/json/printer';
import { LineWriter } from '../../src/print/text/line-writer';
import { readCapture } from '../support/pcap-reader';
import { recordOver } from '../support/print-capture';
import { firstViolation, type Schema } from '../support/schema-validator';
import { corpora, filesBelow } from './corpora';

const schemaFile = 'schema/packet.schema.json';
const largestOutput = 1 << 30;

/** Every packet of a capture as a line; undefined: the file is no capture. */
function printedJson(path: string): Buffer | undefined {
  const contents = new Uint8Array(readFileSync(path));
  let file: ReturnType<typeof readCapture>;
  try {
    file = readCapture(contents);
  } catch {
    return undefined;
  }
  const parts: Buffer[] = [];
  const out = new LineWriter((bytes, length) => parts.push(Buffer.from(bytes.subarray(0, length))));
  const printer = new JsonPrinter(out, { bytes: 'withoutLink', number: true }, [path]);
  const record = recordOver(file.bytes);
  for (const packet of file.packets) printer.print(Object.assign(record, packet));
  out.flush();
  return Buffer.concat(parts);
}

/** Why jq does not read the text as one object a line; undefined: it does. */
function refusalOfJq(text: Buffer, packets: number): string | undefined {
  const run = spawnSync('jq', ['-c', 'type'], { input: text, maxBuffer: largestOutput, encoding: 'utf8' });
  if (run.error !== undefined) throw run.error;
  if (run.status !== 0) return `jq: ${run.stderr.trim()}`;
  const objects = run.stdout.split('\n').filter((type) => type === '"object"').length;
  return objects === packets ? undefined : `jq sees ${objects} objects in ${packets} lines`;
}

function main(): void {
  const folders = process.argv.slice(2);
  if (folders.length === 0) folders.push(corpora);
  const missing = folders.find((folder) => !existsSync(folder));
  if (missing !== undefined) {
    console.log(`skipped: there is no ${missing}`);
    return;
  }
  const schema: Schema = JSON.parse(readFileSync(schemaFile, 'utf8'));
  const layers = new Map<string, number>();
  let files = 0;
  let packets = 0;
  let failures = 0;
  const fail = (path: string, reason: string) => {
    failures++;
    console.log(`${path}: ${reason}`);
  };
  for (const path of folders.flatMap(filesBelow)) {
    const text = printedJson(path);
    if (text === undefined) continue;
    files++;
    const lines = text.toString('latin1').split('\n').slice(0, -1);
    packets += lines.length;
    const raw = lines.findIndex((line) => /[^\x20-\x7e]/.test(line));
    if (raw >= 0) fail(path, `line ${raw + 1} holds a byte that is not printable ASCII`);
    const refusal = refusalOfJq(text, lines.length);
    if (refusal !== undefined) fail(path, refusal);
    for (const [index, line] of lines.entries()) {
      const packet = JSON.parse(line);
      for (const { layer } of packet.layers) layers.set(layer, (layers.get(layer) ?? 0) + 1);
      const violation = firstViolation(schema, packet);
      if (violation !== undefined) fail(path, `packet ${index + 1} ${violation}`);
    }
  }
  for (const [name, count] of [...layers].sort((a, b) => b[1] - a[1])) console.log(`${name.padEnd(22)} ${count}`);
  console.log(`${files} files, ${packets} packets, ${failures} failures`);
  if (failures > 0) process.exitCode = 1;
}

main();

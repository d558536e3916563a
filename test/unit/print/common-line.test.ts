import { describe, expect, test } from 'vitest';
import { LineNumbers, type PacketRecord } from '../../../src/decode/packet';
import { defaultPrintOptions, type PrintOptions } from '../../../src/print/options';
import { PacketPrinter } from '../../../src/print/printer';
import { LineWriter } from '../../../src/print/text/line-writer';
import { recordOver } from '../../support/print-capture';

const ports = (443 << 16) | 40_000;
const key = Uint32Array.of(ports, 0x0a000001, 0x0a000002);
const restAt = 64;

/** A record whose line a worker has written. */
function prepared(text: string, numbers = 0, sequence = 0, acknowledgement = 0, payload = 0): PacketRecord {
  const bytes = new Uint8Array(128);
  const rest = ', win 1';
  bytes.set(Buffer.from(text), 0);
  bytes.set(Buffer.from(rest), restAt);
  const line = { textOffset: 0, textLength: text.length, numbers, restOffset: restAt, restLength: rest.length };
  const conversation = { payload, sequence, acknowledgement, words: key, keyIndex: 0, keyWords: key.length };
  return { ...recordOver(bytes), caplen: 0, line: { ...line, ...conversation } };
}

function printedOf(options: Partial<PrintOptions>, ...records: PacketRecord[]): string[] {
  let text = '';
  const out = new LineWriter((bytes, length) => {
    text += Buffer.from(bytes.subarray(0, length)).toString('latin1');
  });
  const printer = new PacketPrinter({ ...defaultPrintOptions, time: 'none', ...options }, out);
  for (const record of records) printer.print(record);
  out.flush();
  return text.split('\n').slice(0, -1);
}

describe('a line that a worker has written', () => {
  const { relative, sequence, swapped, syn } = LineNumbers;

  test('is printed as it stands where it lacks no numbers', () => {
    expect(printedOf({}, prepared('IP a > b: UDP, length 12'))).toEqual(['IP a > b: UDP, length 12']);
  });

  test('follows the number and the time of its packet', () => {
    expect(printedOf({ number: true, time: 'unix' }, prepared('IP'))).toEqual(['    1  0.000000 IP']);
  });

  test('gets numbers relative to the first ones of its conversation, in both directions', () => {
    const lines = printedOf(
      {},
      prepared('first', relative | sequence, 1000, 5000, 10),
      prepared('second', relative | sequence, 1010, 5000, 10),
      prepared('back', relative | swapped, 5000, 1020),
    );
    expect(lines).toEqual([
      'first, seq 1000:1010, ack 5000, win 1',
      'second, seq 10:20, ack 1, win 1',
      'back, ack 20, win 1',
    ]);
  });

  test('starts its conversation anew with a SYN', () => {
    const again = prepared('again', relative | sequence | syn, 7, 9);
    const lines = printedOf({}, prepared('first', relative, 1000, 5000), again, prepared('next', relative, 8, 10));
    expect(lines.slice(1)).toEqual(['again, seq 7, ack 9, win 1', 'next, ack 2, win 1']);
  });
});

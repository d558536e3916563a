/**
 * The line that most lines are comes from the worker that received the packet (native/sink/common_line.h), all but its
 * time and its relative numbers: these depend on what was printed before. Here they are put in. The printers of the
 * layers take four times as long; they print everything else, and would print this line alike.
 */
import { ethernetHeaderLength } from '../decode/ethernet';
import { LineNumbers, type LineRequest, type PacketRecord, type PreparedLine } from '../decode/packet';
import { nfsPort } from './application/rpc';
import type { PrintContext } from './context';
import type { PrintOptions } from './options';
import { tcpPort, udpPort } from './port-lists';
import type { PortTable } from './port-table';
import type { LineWriter } from './text/line-writer';
import { putDecimal32, putText } from './text/put';
import { relativeNumbers } from './transport/tcp-relative';
import { acknowledgementText, sequenceText } from './transport/tcp-texts';

const colon = 0x3a;
/** Words of the addresses of a conversation over IPv4, with its ports. */
const keyWords4 = 3;

/** The lines to ask for; undefined: with these options all lines are different. */
export function commonLines(options: PrintOptions, hasNames: boolean): LineRequest | undefined {
  const { verbose, quiet, linkLevel, packetType, trustKernel, noChecksum, absoluteSequence, hex } = options;
  const isPlain = verbose === 0 || (verbose === 1 && !trustKernel);
  if (!isPlain || quiet > 0 || linkLevel || hasNames || packetType !== undefined) return undefined;
  return {
    ipHeader: verbose > 0,
    checksums: verbose > 0 && !noChecksum,
    absoluteSequence,
    keepBytes: hex !== 'none',
    tcpPorts: tcpPort.bits(),
    udpPorts: withPort(udpPort, nfsPort),
  };
}

/** NFS is looked for before the table is. */
function withPort(table: PortTable, port: number): Uint8Array {
  const bits = table.bits();
  bits[port >> 3] |= 1 << (port & 7);
  return bits;
}

export class CommonLine {
  constructor(
    private readonly context: PrintContext,
    private readonly out: LineWriter,
  ) {}

  print(record: PacketRecord, line: PreparedLine): void {
    const { context, out } = this;
    context.headerLength = ethernetHeaderLength;
    out.copy(record.view, line.textOffset, line.textLength);
    if (line.numbers === 0) return;
    this.numbers(line);
    out.copy(record.view, line.restOffset, line.restLength);
  }

  private numbers(line: PreparedLine): void {
    const { context, out } = this;
    const { numbers, payload, words, keyIndex, keyWords } = line;
    const flows = keyWords === keyWords4 ? context.flows4 : context.flows6;
    const { key } = flows;
    for (let i = 0; i < keyWords; i++) key[i] = words[keyIndex + i];
    const isSwapped = (numbers & LineNumbers.swapped) !== 0;
    const isSyn = (numbers & LineNumbers.syn) !== 0;
    relativeNumbers.lookUp(flows, isSwapped, isSyn, line.sequence, line.acknowledgement);

    const { data } = out;
    let to = out.at;
    if ((numbers & LineNumbers.sequence) !== 0) {
      to = putDecimal32(data, putText(data, to, sequenceText), relativeNumbers.sequence);
      if (payload > 0) {
        data.setUint8(to, colon);
        to = putDecimal32(data, to + 1, (relativeNumbers.sequence + payload) | 0);
      }
    }
    out.at = putDecimal32(data, putText(data, to, acknowledgementText), relativeNumbers.acknowledgement);
  }
}

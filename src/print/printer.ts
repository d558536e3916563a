/** One packet, one line (and the hex rows asked for): what follows is decided by link type, then by the tables. */
import { PacketFlag, type PacketRecord } from '../decode/packet';
import { TRUNCATED } from '../decode/view';
import { CommonLine } from './common-line';
import { PrintContext } from './context';
import type { NameLookup } from './name-lookup';
import type { PrintOptions } from './options';
import { PacketFacts } from './packet-facts';
import { tablesFor } from './packet-types';
import { protocolTables } from './tables';
import { asciiText, hexRows } from './text/hex';
import { type InterfaceLookup, InterfaceNames } from './text/interface-names';
import type { LineWriter } from './text/line-writer';
import { TimeWriter } from './time';
import { printUnsupported } from './unsupported';

const kernelChecksumFlags = PacketFlag.checksumNotReady | PacketFlag.checksumValid;
/** Protocols whose cut packets -x shows from the network header on; those cut elsewhere are shown whole, as in tcpdump. */
const keepsHeaderLength: ReadonlySet<string> = new Set([
  ...['ip6', 'udp', 'sctp', 'gre', 'geneve', 'domain', 'lldp', 'isis'],
]);
/** tcpdump's MAXIMUM_SNAPLEN: a record that claims more is damaged. */
const maximumSnaplen = 262_144;

export class PacketPrinter {
  private readonly context: PrintContext;
  private readonly time: TimeWriter;
  private readonly facts: PacketFacts | undefined;
  private readonly common: CommonLine;
  private packets = 0;

  constructor(
    private readonly options: PrintOptions,
    private readonly out: LineWriter,
    names: NameLookup | undefined = undefined,
    /** Of the host's interfaces, for cooked packets. */
    interfaceOf: InterfaceLookup = () => undefined,
  ) {
    this.context = new PrintContext(
      out,
      options,
      tablesFor(options.packetType, protocolTables),
      names,
      new InterfaceNames(interfaceOf),
    );
    this.common = new CommonLine(this.context, out);
    this.time = new TimeWriter(options);
    this.facts = options.metadata ? new PacketFacts(options, out) : undefined;
  }

  /** Prints `record`; keeps nothing of it. Never throws for anything that its bytes may hold. */
  print(record: PacketRecord): void {
    const out = this.out;
    if (this.options.number) {
      out.decimalWide(++this.packets, 5);
      out.text('  ');
    }
    const { line } = record;
    if (line === undefined && this.damaged(record)) {
      out.endLine();
      return;
    }
    this.time.write(out, record.seconds, record.nanoseconds);
    if (line === undefined) this.layers(record);
    else this.common.print(record, line);
    if (this.facts !== undefined) this.facts.print(record);
    if (this.options.hex !== 'none') this.hex(record);
    out.endLine();
  }

  private layers(record: PacketRecord): void {
    const context = this.context;
    const at = record.offset;
    context.view.attach(record.bytes, record.view, at, at + record.caplen);
    context.headerLength = 0;
    context.returning = '';
    context.family = 0;
    context.fragmented = false;
    context.layers = 0;
    context.quoting = false;
    context.kernelChecksum = this.options.trustKernel ? record.flags & kernelChecksumFlags : 0;
    if ((record.flags & PacketFlag.checksumVerified) !== 0) context.kernelChecksum |= PacketFlag.checksumValid;
    context.linkSourceAt = -1;
    context.linkDestinationAt = -1;
    const link = context.tables.link.get(record.linkType) ?? printUnsupported;
    try {
      link(context, at, record.caplen, record.len);
    } catch (error) {
      if (error !== TRUNCATED) throw error;
      context.truncated();
      const { protocol, returning } = context;
      if (protocol !== returning && !keepsHeaderLength.has(protocol)) context.headerLength = 0;
    }
  }

  /** Says why a record's header cannot be true. */
  private damaged(record: PacketRecord): boolean {
    const { caplen, len } = record;
    if (caplen !== 0 && len !== 0 && len >= caplen && caplen <= maximumSnaplen && len <= maximumSnaplen) return false;
    const out = this.out;
    out.text('[Invalid header:');
    if (caplen === 0) out.text(' caplen==0');
    if (len === 0) out.text(caplen === 0 ? ', len==0' : ' len==0');
    else if (len < caplen) {
      out.text(' len(');
      out.decimal(len);
      out.text(') < caplen(');
      out.decimal(caplen);
      out.char(0x29);
    }
    let comma = caplen === 0 || len === 0 || len < caplen;
    if (caplen > maximumSnaplen) {
      out.text(comma ? ', caplen(' : ' caplen(');
      out.decimal(caplen);
      out.text(') > 262144');
      comma = true;
    }
    if (len > maximumSnaplen) {
      out.text(comma ? ', len(' : ' len(');
      out.decimal(len);
      out.text(') > 262144');
    }
    out.char(0x5d);
    return true;
  }

  private hex(record: PacketRecord): void {
    const { out, context } = this;
    const mode = this.options.hex;
    const whole = mode === 'xx' || mode === 'XX' || mode === 'AA';
    const skip = whole ? 0 : context.headerLength;
    const count = record.caplen - skip;
    if (count <= 0) return;
    const at = record.offset + skip;
    if (mode === 'A' || mode === 'AA') asciiText(out, record.bytes, at, count);
    else hexRows(out, record.bytes, at, count, mode === 'X' || mode === 'XX');
  }
}

/**
 * What the printers of one packet share: the bytes, the writer, the options, and what outer layers
 * have told inner ones. One object for the whole run; nothing in it is allocated per packet.
 */
import { PacketFlag } from '../decode/packet';
import { ByteView, TRUNCATED } from '../decode/view';
import { FlowTable } from './flow-table';
import type { NameLookup } from './name-lookup';
import type { PrintOptions } from './options';
import type { PortChoice } from './port-table';
import { hexRows } from './text/hex';
import { InterfaceNames } from './text/interface-names';
import type { LineWriter } from './text/line-writer';

/** Prints what starts at `at`; `length` is its length on the wire, which may exceed what was captured. */
export type ProtocolPrinter = (context: PrintContext, at: number, length: number) => void;

/** Prints a frame of a link type and leaves the length of its header in `context.headerLength`. */
export type LinkPrinter = (context: PrintContext, at: number, caplen: number, length: number) => void;

/** Prints what a datagram holds. */
export interface DatagramPrinter {
  readonly print: ProtocolPrinter;
  /** true: the addresses, too, which stand before it otherwise, with the ports. */
  readonly writesAddresses: boolean;
}

/** Where the next layer's printer is looked up; filled by tables.ts. */
export interface ProtocolTables {
  /** By link type value. */
  readonly link: Map<number, LinkPrinter>;
  /** By ethertype. */
  readonly ethertype: Map<number, ProtocolPrinter>;
  /** By IP protocol number, 0..255. */
  readonly ip: (ProtocolPrinter | undefined)[];
  readonly tcpPort: PortChoice;
  readonly udpPort: PortChoice;
  /** Has every datagram, whatever its ports (-T). */
  readonly datagram?: DatagramPrinter;
  /** Has the data of PGM's packets (-T). */
  readonly pgmData?: ProtocolPrinter;
  /** By PPP protocol number. */
  readonly ppp: Map<number, ProtocolPrinter>;
  /** For printers that common ones call without a table. Loads them all at the first call. */
  readonly rare: () => typeof import('./rare-printers');
}

/** No real packet nests deeper; a hostile one is cut off here, before its layers fill the stack. */
const mostLayers = 64;

export class PrintContext {
  readonly view = new ByteView();
  /** How many -v; fewer while a frame is printed that a message of another protocol shows in passing. */
  verbose: number;
  readonly quiet: number;
  readonly linkLevel: boolean;
  readonly absoluteSequence: boolean;
  readonly verifyChecksums: boolean;
  /** false at -x and -X, which show the bytes anyway, and at -q. As in tcpdump, -A shows them a second time. */
  readonly dumpUnknown: boolean;

  /** The name shown in `[|name]` if a read now runs past the captured bytes. */
  protocol = '';
  /** Length of the link header of this packet: -x starts after it. */
  headerLength = 0;
  /** The protocol whose printer has come to where tcpdump's returns if the packet is cut: {@link headerLength} holds. */
  returning = '';

  /** 4 or 6: the innermost IP header so far; 0: none. */
  family = 0;
  /** Where that header starts. */
  networkAt = 0;
  sourceAt = 0;
  destinationAt = 0;
  /** The destination that pseudo-headers hold: the last one of a source route or routing header. */
  finalDestinationAt = 0;
  /** The protocol (IPv4) or next-header (IPv6) field of that header itself, whatever extension headers follow. */
  networkProtocol = 0;
  /** TTL or hop limit. */
  hopLimit = 0;
  /** true: more fragments follow, so lengths and checksums say nothing. */
  fragmented = false;
  /** What kernel and worker say of this packet's checksum: bits of {@link PacketFlag}; 0 where they were not asked. */
  kernelChecksum = 0;
  /** true while the datagram quoted by an ICMP error is printed. */
  quoting = false;
  sourcePort = 0;
  destinationPort = 0;
  /** How many layers were entered, as {@link enter} counts them. */
  layers = 0;

  /** Addresses of the innermost link header, for protocols that print them; -1: none. */
  linkSourceAt = -1;
  linkDestinationAt = -1;

  readonly flows4 = new FlowTable(2);
  readonly flows6 = new FlowTable(8);

  constructor(
    readonly out: LineWriter,
    readonly options: PrintOptions,
    readonly tables: ProtocolTables,
    /** undefined: everything is written as a number (-n). */
    readonly names: NameLookup | undefined = undefined,
    readonly interfaces: InterfaceNames = new InterfaceNames(() => undefined),
  ) {
    this.verbose = options.verbose;
    this.quiet = options.quiet;
    this.linkLevel = options.linkLevel;
    this.absoluteSequence = options.absoluteSequence;
    this.verifyChecksums = !options.noChecksum;
    this.dumpUnknown = (options.hex === 'none' || options.hex === 'A' || options.hex === 'AA') && options.quiet === 0;
  }

  /** true: the checksum is still to be computed by the NIC, so it says nothing at any layer. */
  get checksumUnfinished(): boolean {
    return (this.kernelChecksum & PacketFlag.checksumNotReady) !== 0;
  }

  /** true: a transport checksum can be right or wrong, and it matters which. */
  get checksumsCount(): boolean {
    return this.verifyChecksums && !this.fragmented && !this.checksumUnfinished;
  }

  /** true: this transport header's checksum has been verified before. That holds for the outermost one only. */
  takeChecksumVouched(): boolean {
    const vouched = (this.kernelChecksum & PacketFlag.checksumValid) !== 0;
    if (vouched) this.kernelChecksum &= ~PacketFlag.checksumValid;
    return vouched;
  }

  /** Before each layer that may hold another of its kind: false, and said so, where there are too many. */
  enter(): boolean {
    if (this.layers < mostLayers) {
      this.layers++;
      return true;
    }
    this.out.text(' [more than ');
    this.out.decimal(mostLayers);
    this.out.text(' layers]');
    return false;
  }

  /** Ends the packet's text with ` [|name]` where tcpdump's printer returns: {@link headerLength} holds. */
  leave(): never {
    this.returning = this.protocol;
    throw TRUNCATED;
  }

  /** The same unless `count` bytes from `at` on may be read. */
  need(at: number, count: number): void {
    if (!this.view.has(at, count)) this.leave();
  }

  /** ` [|name]`: the packet ends before what should come now. */
  truncated(): void {
    this.out.text(' [|');
    this.out.text(this.protocol);
    this.out.char(0x5d);
  }

  /** ` (invalid)`: a length field contradicts the packet. */
  invalid(): void {
    this.out.text(' (invalid)');
  }

  /** The same before the `length` bytes at `at`: where not all of them were captured, that is said too. */
  invalidRest(at: number, length: number): void {
    this.invalid();
    this.view.need(at, length);
  }

  /** ` (length 3 < 6) (invalid)`: `title` opens the bracket, round or square, and `least` bytes would be needed. */
  tooShort(title: string, is: number, least: number): void {
    const { out } = this;
    out.text(title);
    out.decimal(is);
    out.text(' < ');
    out.decimal(least);
    out.char(title.includes('[') ? 0x5d : 0x29);
    this.invalid();
  }

  /** The captured bytes end inside the options of the header at `at`: says so, and throws. */
  cutInHeader(at: number, headerLength: number): never {
    const { out } = this;
    out.text(' [remaining caplen(');
    out.decimal(this.view.available(at));
    out.text(') < header length(');
    out.decimal(headerLength);
    out.text(')]');
    throw TRUNCATED;
  }

  /** The bytes of a payload that no printer knows, unless an option shows them anyway. */
  dump(at: number, count: number): void {
    if (this.dumpUnknown) this.dumpAlways(at, count);
  }

  /** The bytes of a payload, whatever the options say. */
  dumpAlways(at: number, count: number): void {
    const captured = this.view.available(at);
    hexRows(this.out, this.view.bytes, at, Math.min(count, captured), true);
  }

  /** Rows of plain hexadecimal, each after `prefix`: parts of known protocols that are shown undecoded at -v. */
  dumpPart(prefix: string, at: number, count: number): void {
    const { out, view } = this;
    const captured = view.available(at);
    const shown = Math.min(count, captured);
    for (let row = 0; row < shown; row += 16) {
      out.text(prefix);
      out.text('0x');
      out.hex16(row);
      out.text(': ');
      const end = Math.min(row + 16, shown);
      for (let i = row; i < end; i++) {
        if (((i - row) & 1) === 0) out.char(0x20);
        out.hex8(view.bytes[at + i]);
      }
    }
  }
}

/** What IGMPv3 (RFC 3376, 4.2) and MLDv2 (RFC 3810, 5.2) share: reports of records, each a group and its sources. */
import type { PrintContext } from '../context';
import { listedAddressRoom } from '../text/address';
import { nameOr, names } from '../text/names';

/** How a version of IP writes the addresses of a report. */
export interface GroupAddresses {
  /** In bytes. */
  readonly size: number;
  readonly print: (context: PrintContext, at: number) => void;
  /** Before the number of a record's type that has no name. */
  readonly unknownRecord: string;
}

const recordNames = names(() => ({ 1: 'is_in', 2: 'is_ex', 3: 'to_in', 4: 'to_ex', 5: 'allow', 6: 'block' }));

/** The records of a report which begins at `at` and is `length` bytes long; only their number without -v. */
export function printGroupRecords(context: PrintContext, addresses: GroupAddresses, at: number, length: number): void {
  const { out, view } = context;
  const count = view.u16(at + 6);
  out.text(', ');
  out.decimal(count);
  out.text(' group record(s)');
  if (context.verbose === 0) return;
  const headerLength = 4 + addresses.size;
  let from = at + 8;
  for (let i = 0; i < count; i++) {
    if (from + headerLength > at + length) {
      out.text(' [invalid number of groups]');
      return;
    }
    view.need(from + 4, addresses.size);
    out.text(' [gaddr ');
    addresses.print(context, from + 4);
    out.char(0x20);
    nameOr(out, recordNames, view.u8(from), addresses.unknownRecord, ']');
    const sources = view.u16(from + 2);
    const size = headerLength + sources * addresses.size;
    if (from + size > at + length) {
      out.text(' [invalid number of sources ');
      out.decimal(sources);
      out.char(0x5d);
      return;
    }
    printSources(context, addresses, sources, from + headerLength);
    out.char(0x5d);
    from += size;
  }
}

/** That many addresses of sources; only their number below -vv. */
export function printSources(context: PrintContext, addresses: GroupAddresses, count: number, at: number): void {
  const { out, view } = context;
  if (context.verbose < 2) {
    out.text(', ');
    out.decimal(count);
    out.text(' source(s)');
    return;
  }
  out.text(' {');
  for (let i = 0; i < count; i++) {
    const source = at + addresses.size * i;
    view.need(source, addresses.size);
    out.reserve(listedAddressRoom);
    out.char(0x20);
    addresses.print(context, source);
  }
  out.text(' }');
}

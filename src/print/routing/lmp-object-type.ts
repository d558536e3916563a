/** What is known of an object of LMP. */
import type { PrintContext } from '../context';
import { namedIpv4, namedIpv6 } from '../text/named';

interface LmpObject {
  /** Of the type, in its class. */
  readonly name: string;
  /** Bytes behind the header: exactly, or at least. */
  readonly length: number;
  readonly isExact: boolean;
  /** Returns false where its bytes are to be shown. */
  readonly print: LmpObjectPrinter;
}

export type LmpObjectPrinter = (context: PrintContext, at: number, length: number) => boolean;
export type LmpObjectEntry = readonly [key: number, object: LmpObject];

export function exactly(
  objectClass: number,
  type: number,
  name: string,
  length: number,
  print: (context: PrintContext, at: number) => void,
): LmpObjectEntry {
  const printer: LmpObjectPrinter = (context, at) => {
    print(context, at);
    return true;
  };
  return [(objectClass << 8) | type, { name, length, isExact: true, print: printer }];
}

export function atLeast(
  objectClass: number,
  type: number,
  name: string,
  length: number,
  print: LmpObjectPrinter,
): LmpObjectEntry {
  return [(objectClass << 8) | type, { name, length, isExact: false, print }];
}

/** How interfaces and links are named. */
export type LmpIdKind = 'ipv4' | 'ipv6' | 'number';

export function idLength(kind: LmpIdKind): number {
  return kind === 'ipv6' ? 16 : 4;
}

/** An address or a number, and its first four bytes. */
export function identifier(context: PrintContext, kind: LmpIdKind, at: number): void {
  const { out, view } = context;
  if (kind === 'ipv4') namedIpv4(context, at);
  else if (kind === 'ipv6') namedIpv6(context, at);
  else out.decimal(view.u32(at));
  out.text(' (0x');
  out.hex32(view.u32(at));
  out.char(0x29);
}

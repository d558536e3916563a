/** Printers of a bundle of their own: a start-up should not pay for protocols that the capture may never hold. */
import { rarePrinters } from '#rare-printers';
import type { LinkPrinter, ProtocolPrinter } from './context';

type RarePrinters = ReturnType<typeof rarePrinters>;
type NameOf<Printer> = {
  [Name in keyof RarePrinters]: RarePrinters[Name] extends Printer ? Name : never;
}[keyof RarePrinters];

/** The printer of that name. All of them are loaded when one is first called. */
export function rare(name: NameOf<ProtocolPrinter>): ProtocolPrinter {
  let print: ProtocolPrinter | undefined;
  return (context, at, length) => {
    print ??= rarePrinters()[name];
    print(context, at, length);
  };
}

/** The same for a link type. */
export function rareLink(name: NameOf<LinkPrinter>): LinkPrinter {
  let print: LinkPrinter | undefined;
  return (context, at, caplen, length) => {
    print ??= rarePrinters()[name];
    print(context, at, caplen, length);
  };
}

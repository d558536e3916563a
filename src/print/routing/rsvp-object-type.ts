/** What is known of an RSVP object, and how its printer ends. */
import type { PrintContext } from '../context';

export const ObjectEnd = {
  whole: 0,
  /** Its bytes are to be shown. */
  undecoded: 1,
  /** It contradicts itself, so what follows cannot be told. */
  stop: 2,
} as const;
export type ObjectEnd = (typeof ObjectEnd)[keyof typeof ObjectEnd];

/** `indent` begins each line; nothing returned stands for {@link ObjectEnd.whole}. */
export type ObjectPrinter = (
  context: PrintContext,
  indent: string,
  at: number,
  length: number,
) => ObjectEnd | undefined;

export interface RsvpObject {
  /** Of the type, in its class; undefined: it is called unknown. */
  readonly name: string | undefined;
  /** Bytes behind the header without which it says nothing. */
  readonly least: number;
  readonly print: ObjectPrinter;
}

export type RsvpObjectEntry = readonly [key: number, object: RsvpObject];

export function objectKey(objectClass: number, type: number): number {
  return (objectClass << 8) | type;
}

export function entry(
  objectClass: number,
  type: number,
  name: string | undefined,
  least: number,
  print: ObjectPrinter,
): RsvpObjectEntry {
  return [objectKey(objectClass, type), { name, least, print }];
}

/** Object identifiers of SNMP by name: `system.sysName.0`, `E:cisco.9`. */
import type { PrintContext } from '../context';
import type { ObjectNames, ObjectNode } from '../name-lookup';

/** The first number holds two: 40 times the root, and the arc below it (X.690, 8.19.4). */
const rootFactor = 40;
const lastRoot = 2;
/** Shorter identifiers are never abbreviated. */
const shortestAbbreviated = 3;

/** The identifier of `length` bytes at `at`; arcs below the last one with a name are numbers. */
export function printObjectName(context: PrintContext, names: ObjectNames, at: number, length: number): void {
  const { out, view } = context;
  const abbreviation = abbreviationOf(context, names, at, length);
  let parent: ObjectNode | undefined = abbreviation?.node ?? names.root;
  let isFirst = abbreviation === undefined;
  let dot = isFirst;
  if (abbreviation !== undefined) out.text(abbreviation.prefix);
  let number = 0;
  for (let i = abbreviation?.encoded.length ?? 0; i < length; i++) {
    const byte = view.u8(at + i);
    number = ((number << 7) + (byte & 0x7f)) | 0;
    if ((byte & 0x80) !== 0) continue;
    if (isFirst) {
      const root = Math.min(lastRoot, Math.trunc(number / rootFactor));
      parent = arc(context, parent, root, true);
      number -= rootFactor * root;
      isFirst = false;
    }
    parent = arc(context, parent, number, dot);
    dot = true;
    number = 0;
  }
}

function abbreviationOf(context: PrintContext, names: ObjectNames, at: number, length: number) {
  if (length < shortestAbbreviated) return undefined;
  const { bytes } = context.view;
  return names.abbreviations.find(
    ({ encoded }) => encoded.length <= length && encoded.every((byte, index) => bytes[at + index] === byte),
  );
}

/** Writes one arc and returns its node; undefined: nothing below it has a name. */
function arc(
  context: PrintContext,
  parent: ObjectNode | undefined,
  number: number,
  dot: boolean,
): ObjectNode | undefined {
  const { out } = context;
  if (dot) out.char(0x2e);
  const node = parent?.children.get(number);
  if (node === undefined || node.name === '') out.decimal(number >>> 0);
  else out.text(node.name);
  return node;
}

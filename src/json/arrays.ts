/** Arrays of values of one size, as the options of DHCP hold them. */
import type { JsonContext } from './context';
import { element } from './writer';

/** Of 1, 2 or 4 bytes each; signed only those of 4. */
export function writeNumbers(
  { json, view }: JsonContext,
  at: number,
  size: number,
  each: number,
  isSigned = false,
): void {
  json.beginArray('numbers');
  for (let from = at; from < at + size; from += each) {
    if (isSigned) json.signed(element, view.i32(from));
    else json.number(element, each === 4 ? view.u32(from) : each === 2 ? view.u16(from) : view.u8(from));
  }
  json.endArray();
}

/** Of IP version 4 or 6. */
export function writeAddresses({ json, view }: JsonContext, at: number, size: number, family: 4 | 6): void {
  json.beginArray('addresses');
  for (let from = at; from < at + size; from += family === 4 ? 4 : 16) json.address(element, view, family, from);
  json.endArray();
}

/** The names of the bits that are set in `value`; the name of the lowest one is the first. */
export function writeFlagNames({ json }: JsonContext, name: string, names: readonly string[], value: number): void {
  json.beginArray(name);
  for (let bit = 0; bit < names.length; bit++) {
    if ((value & (1 << bit)) !== 0) json.word(element, names[bit]);
  }
  json.endArray();
}

/** RADIUS attributes (IANA "RADIUS Attribute Types"): which has which name, and which form its value has. */
import { radiusAttributeNames } from '../../decode/radius';
import type { PrintContext } from '../context';
import {
  printRadiusAddress,
  printRadiusAddress6,
  printRadiusHomeLinkPrefix,
  printRadiusPrefix6,
} from './radius-address';
import { printArapChallenge, printArapFeatures, printArapPassword } from './radius-arap';
import {
  printRadiusLocationData,
  printRadiusLocationInformation,
  printRadiusLocationPolicy,
  printRadiusOperator,
} from './radius-location';
import { printRadiusErrorCause, printRadiusMobility, printRadiusNumber, printRadiusTime } from './radius-number';
import { printRadiusText, printRadiusVendor } from './radius-text';

/** `size` is 1 or more. */
type ValuePrinter = (context: PrintContext, type: number, at: number, size: number) => void;

/** Those without one are text. */
const forms: readonly (readonly [print: ValuePrinter, ...types: number[]])[] = [
  [() => {}, 2, 3, 17, 21, 54, 59, 93, 94, 96, 102],
  [printRadiusAddress, 4, 8, 9, 14],
  [printRadiusNumber, 5, 6, 7, 10, 12, 13, 15, 16, 23, 27, 28, 29, 37, 38, 40, 41, 42, 43, 45, 46, 47, 48, 49, 51],
  [printRadiusNumber, 52, 53, 56, 57, 61, 62, 64, 65, 72, 75, 76, 83, 85, 86],
  [printRadiusVendor, 26],
  [printRadiusTime, 55],
  [printArapPassword, 70],
  [printArapFeatures, 71],
  [printArapChallenge, 84],
  [printRadiusAddress6, 95, 98],
  [printRadiusPrefix6, 97, 123],
  [printRadiusErrorCause, 101],
  [printRadiusMobility, 124],
  [printRadiusHomeLinkPrefix, 125],
  [printRadiusOperator, 126],
  [printRadiusLocationInformation, 127],
  [printRadiusLocationData, 128],
  [printRadiusLocationPolicy, 129],
];
const printers = new Map<number, ValuePrinter>();
for (const [print, ...types] of forms) for (const type of types) printers.set(type, print);

export function radiusAttributeName(type: number): string {
  return radiusAttributeNames[type - 1] ?? 'Unknown';
}

/** Nothing is printed of an attribute without a name. */
export function printRadiusValue(context: PrintContext, type: number, at: number, size: number): void {
  if (type === 0 || type > radiusAttributeNames.length) return;
  const print = printers.get(type) ?? printRadiusText;
  print(context, type, at, size);
}

/** tcpdump's print flags as printer options, for comparisons. */
import {
  defaultPrintOptions,
  type HexMode,
  type PacketType,
  type PrintOptions,
  type TimeMode,
} from '../../src/print/options';

const timeModes: TimeMode[] = ['default', 'none', 'unix', 'delta', 'date', 'sinceFirst'];

/** Reads flags such as `-vv -e --nano -Trtp`; throws on one that does not change what is printed. */
export function printOptionsOf(flags: readonly string[]): PrintOptions {
  const options = { ...defaultPrintOptions };
  let times = 0;
  let hex = '';
  const letters = flags.flatMap((flag) => {
    if (flag === '--nano') options.nanoseconds = true;
    if (flag.startsWith('-T')) {
      options.packetType = flag.slice(2) as PacketType;
      return [];
    }
    if (flag.startsWith('-M')) {
      options.signatureSecret = flag.slice(2);
      return [];
    }
    if (flag.startsWith('--')) return [];
    return [...flag.slice(1)];
  });
  for (const letter of letters) {
    if (letter === 'v') options.verbose++;
    else if (letter === 'q') options.quiet++;
    else if (letter === 't') times++;
    else if (letter === 'e') options.linkLevel = true;
    else if (letter === 'S') options.absoluteSequence = true;
    else if (letter === 'K') options.noChecksum = true;
    else if (letter === 'b') options.asDot = true;
    else if (letter === 'u') options.opaqueHandles = true;
    else if (letter === 'H') options.mesh = true;
    else if (letter === '#') options.number = true;
    else if ('xXA'.includes(letter)) hex += letter;
    else if (letter !== 'n') throw new Error(`-${letter} does not change what is printed`);
  }
  options.time = timeModes[times];
  if (hex !== '') options.hex = hex as HexMode;
  return options;
}

/** What every TCP line is made of. */
import { TcpFlag } from '../../decode/tcp';
import { FixedText } from '../text/fixed-text';

const letters = [
  [TcpFlag.fin, 'F'],
  [TcpFlag.syn, 'S'],
  [TcpFlag.reset, 'R'],
  [TcpFlag.push, 'P'],
  [TcpFlag.ack, '.'],
  [TcpFlag.urgent, 'U'],
  [TcpFlag.ece, 'E'],
  [TcpFlag.cwr, 'W'],
] as const;

function flagLetters(flags: number): string {
  return letters.map(([bit, letter]) => ((flags & bit) !== 0 ? letter : '')).join('') || 'none';
}

const flagTexts: (FixedText | undefined)[] = new Array(256).fill(undefined);

/** `Flags [S.]` for a segment's flags, 0..255; made when first asked for, since few of the 256 ever occur. */
export function flagText(flags: number): FixedText {
  return flagTexts[flags] ?? makeFlagText(flags);
}

function makeFlagText(flags: number): FixedText {
  const text = FixedText.of(`Flags [${flagLetters(flags)}]`);
  flagTexts[flags] = text;
  return text;
}

export const correctText = FixedText.of(' (correct)');
export const sequenceText = FixedText.of(', seq ');
export const acknowledgementText = FixedText.of(', ack ');
export const windowText = FixedText.of(', win ');
export const optionsText = FixedText.of(', options [');
export const lengthText = FixedText.of(', length ');

/** The one option of nearly every segment, in the layout of RFC 7323, appendix A: nop, nop, TS of ten bytes. */
export const alignedTimestamp = 0x0101080a;
export const alignedTimestampLength = 12;
export const alignedTimestampText = FixedText.of('nop,nop,TS');
export const valueText = FixedText.of(' val ');
export const echoText = FixedText.of(' ecr ');

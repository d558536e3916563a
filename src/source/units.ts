import { quote } from './quote';
import { ValueError, type ValueType } from './value';

const kibibyte = 1024;
const sizeUnits: [letter: string, bytes: number][] = [
  ['G', kibibyte ** 3],
  ['M', kibibyte ** 2],
  ['k', kibibyte],
];

/**
 * Bytes, as a number with an optional k, M or G (powers of 1024; KiB, MiB, GiB too), from min to max.
 * `multipleOf`: what the value has to be a multiple of.
 */
export function size(min: number, max: number, multipleOf = 1): ValueType<number> {
  const range = `${formatSize(min)} to ${formatSize(max)}`;
  return {
    syntax: 'BYTES[k|M|G]',
    parse(text) {
      const match = /^(\d{1,15})(?:([kmg])(?:ib)?)?$/i.exec(text);
      if (match === null) {
        throw new ValueError(
          `${quote(text)} is not a size in bytes`,
          'write digits with k, M or G behind them, as 128M',
        );
      }
      const unit = sizeUnits.find(([letter]) => letter.toLowerCase() === match[2]?.toLowerCase());
      const bytes = Number(match[1]) * (unit === undefined ? 1 : unit[1]);
      if (bytes < min || bytes > max) {
        throw new ValueError(`${quote(text)} is outside ${range}`, `write a size from ${range}`);
      }
      if (bytes % multipleOf !== 0) {
        const nearest = Math.max(min, Math.ceil(bytes / multipleOf) * multipleOf);
        throw new ValueError(`${quote(text)} is not a multiple of ${multipleOf} bytes`, `write ${formatSize(nearest)}`);
      }
      return bytes;
    },
    format: formatSize,
  };
}

/** Bytes in the largest unit that divides them: 134217728 is 128M, 9248 is 9248. */
export function formatSize(bytes: number): string {
  const unit = sizeUnits.find(([, factor]) => bytes >= factor && bytes % factor === 0);
  return unit === undefined ? String(bytes) : `${bytes / unit[1]}${unit[0]}`;
}

const microsecondsPerUnit: ReadonlyMap<string, number> = new Map([
  ['usec', 1],
  ['us', 1],
  ['msec', 1000],
  ['ms', 1000],
  ['sec', 1_000_000],
  ['s', 1_000_000],
  ['min', 60_000_000],
]);

/** 86400000 milliseconds are 1440min. */
function inLargestUnit(value: number): string {
  if (value >= 60_000 && value % 60_000 === 0) return `${value / 60_000}min`;
  return value >= 1000 && value % 1000 === 0 ? `${value / 1000}sec` : `${value}msec`;
}

/**
 * Whole milliseconds from min to max, written with Zeek's interval units (usec, msec, sec, min; plural and a blank
 * before them allowed; us, ms, s too), msec where there is none. A part of a millisecond is refused: the kernel takes
 * whole ones, and cutting 500usec down to 0 would mean something else.
 */
export function milliseconds(min: number, max: number): ValueType<number> {
  const range = `${inLargestUnit(min)} to ${inLargestUnit(max)}`;
  return {
    syntax: 'TIME[usec|msec|sec]',
    defaultUnit: 'msec',
    parse(text) {
      const match = /^(\d{1,12}(?:\.\d{1,9})?)\s*([a-z]*)$/i.exec(text);
      const unit = match?.[2].toLowerCase() || 'msec';
      const factor = microsecondsPerUnit.get(unit) ?? microsecondsPerUnit.get(unit.replace(/s$/, ''));
      if (match === null || factor === undefined) {
        throw new ValueError(`${quote(text)} is not a time`, 'write a number and usec, msec or sec, as 10msec');
      }
      const exact = (Number(match[1]) * factor) / 1000;
      const value = Math.round(exact);
      if (Math.abs(exact - value) > 1e-6) {
        throw new ValueError(
          `${quote(text)} is not a whole number of milliseconds`,
          `write ${Math.max(min, 1)}msec or more`,
        );
      }
      if (value >= min && value <= max) return value;
      if (match[2] === '' && value < min) {
        throw new ValueError(
          `${quote(text)} has no unit and counts milliseconds, of which ${min} is the least`,
          value > 0 ? `write ${text}s for seconds` : `write ${range}`,
        );
      }
      throw new ValueError(`${quote(text)} is outside ${range}`, `write ${range}`);
    },
    format: (value) => `${value}msec`,
  };
}

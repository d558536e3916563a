import type { Row } from './table';

/** One measurement with a target. */
export interface Figure {
  /** What to call it on the command line. */
  name: string;
  measure(): Promise<Row[]>;
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Runs each of the measurements in turn, so many rounds, and returns the median of each. */
export async function interleaved(rounds: number, measurements: (() => Promise<number>)[]): Promise<number[]> {
  const results: number[][] = measurements.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, measure] of measurements.entries()) results[index].push(await measure());
  }
  return results.map(median);
}

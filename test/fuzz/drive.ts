/** Hands inputs to a target, one after the other, and watches time and memory. */
import { Random } from './random';
import { type FuzzTarget, maxInput } from './target';

/** An input that broke a promise. */
export class Finding extends Error {
  constructor(
    readonly input: Uint8Array,
    cause: unknown,
  ) {
    super(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause), { cause });
  }
}

export interface Tally {
  executions: number;
  slowestMilliseconds: number;
  /** Memory in use, in bytes: once everything has been seen that is kept, and at the end. */
  memoryBefore: number;
  memoryAfter: number;
}

export interface Bounds {
  /** Ends after so many milliseconds, or so many executions. */
  milliseconds?: number;
  executions?: number;
  /** Makes the inputs of one run differ from those of another. */
  seed: number;
}

const hangMilliseconds = 1000;
/** Inputs between two looks at the clock for the end. */
const stride = 256;
/** Executions after which caches and tables that remember flows are full. */
const warmUp = 500_000;

/** @throws Finding */
export function drive(target: FuzzTarget, bounds: Bounds, progress: (executions: number) => void = () => {}): Tally {
  const { milliseconds = Number.POSITIVE_INFINITY, executions = Number.POSITIVE_INFINITY, seed } = bounds;
  const random = new Random();
  const buffer = new Uint8Array(maxInput);
  const tally: Tally = { executions: 0, slowestMilliseconds: 0, memoryBefore: 0, memoryAfter: 0 };
  const start = performance.now();
  let last = start;
  while (tally.executions < executions && last - start < milliseconds) {
    for (let i = 0; i < stride && tally.executions < executions; i++) {
      random.seed(seed, tally.executions++);
      const input = buffer.subarray(0, target.make(random, buffer));
      try {
        target.execute(input);
      } catch (error) {
        throw new Finding(input.slice(), error);
      }
      const now = performance.now();
      if (now - last > hangMilliseconds) checkHang(target, input);
      tally.slowestMilliseconds = Math.max(tally.slowestMilliseconds, now - last);
      last = now;
    }
    if (tally.memoryBefore === 0 && tally.executions >= warmUp) tally.memoryBefore = memoryInUse();
    progress(tally.executions);
    last = performance.now();
  }
  tally.memoryAfter = memoryInUse();
  return tally;
}

/** A busy machine makes anything slow: what counts is the processor's time, in a second execution. */
function checkHang(target: FuzzTarget, input: Uint8Array): void {
  const before = process.cpuUsage();
  target.execute(input);
  const { user } = process.cpuUsage(before);
  if (user / 1000 > hangMilliseconds) throw new Finding(input.slice(), `took ${Math.round(user / 1000)} ms`);
}

/** Objects and buffers that are left after a collection; node needs --expose-gc. */
function memoryInUse(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

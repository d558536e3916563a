/** Random numbers that a number can bring back: sfc32, a small fast counting generator. */
export class Random {
  private a = 0;
  private b = 0;
  private c = 0;
  private counter = 1;

  constructor(seed = 0) {
    this.seed(seed, 0);
  }

  /** Begins anew: what follows depends on these two numbers alone. */
  seed(run: number, index: number): void {
    this.a = run | 0;
    this.b = index | 0;
    this.c = Math.floor(index / 2 ** 32) | 0;
    this.counter = 1;
    for (let round = 0; round < 8; round++) this.next();
  }

  /** 0..2^32-1 */
  next(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** 0..limit-1 */
  below(limit: number): number {
    return Math.floor((this.next() / 2 ** 32) * limit);
  }

  oneIn(n: number): boolean {
    return this.below(n) === 0;
  }

  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)];
  }
}

/** On which workers the packets of each flow came in. */
export class Placement {
  private readonly workersOf = new Map<string, Set<number>>();
  private readonly flowsOf: Set<string>[];
  packets = 0;

  /** `expected`: packets that were sent; 0: nobody knows. */
  constructor(
    readonly workers: number,
    readonly expected = 0,
  ) {
    this.flowsOf = Array.from({ length: workers }, () => new Set<string>());
  }

  add(flow: string, worker: number): void {
    this.packets++;
    const workers = this.workersOf.get(flow);
    if (workers === undefined) this.workersOf.set(flow, new Set([worker]));
    else workers.add(worker);
    this.flowsOf[worker].add(flow);
  }

  get flows(): number {
    return this.workersOf.size;
  }

  /** Flows whose packets came in on more than one worker. */
  get splitFlows(): string[] {
    return [...this.workersOf].filter(([, workers]) => workers.size > 1).map(([flow]) => flow);
  }

  /** Flows on each worker. */
  get shares(): number[] {
    return this.flowsOf.map(({ size }) => size);
  }
}

export interface Verdict {
  passed: boolean;
  finding: string;
}

/** A good hash too puts a few flows on one worker: how probable that may be before the finding says so. */
const likelyChance = 0.001;

/** PASS: every flow is on one worker, with both directions and again later, and more than one worker has flows. */
export function judge(placement: Placement): Verdict {
  const { flows, splitFlows, shares, workers, expected, packets } = placement;
  if (flows === 0) return { passed: false, finding: 'no packet of a flow was seen' };
  if (splitFlows.length > 0) {
    return { passed: false, finding: `${splitFlows.length} of ${flows} flows are on several workers` };
  }
  if (packets < expected)
    return { passed: false, finding: `${expected - packets} of ${expected} packets were not seen` };
  const counted = flows === 1 ? '1 flow' : `${flows} flows`;
  if (workers === 1) return { passed: true, finding: `${counted} on 1 worker` };
  if (packets === flows) return { passed: false, finding: `${counted} of one packet each, which tell nothing` };
  if (shares.filter((share) => share > 0).length === 1) {
    const perhaps = workers ** (1 - flows) > likelyChance ? ', which so few may be by chance' : '';
    return {
      passed: false,
      finding: `${flows === 1 ? '1 flow is' : `all ${flows} flows are`} on one worker${perhaps}`,
    };
  }
  return { passed: true, finding: `${counted}, each on one of ${workers} workers: ${shares.join(', ')}` };
}

/** Questions for the names of addresses (RFC 1035, section 3.5; RFC 3596, section 2.5), a few at a time. */
import { promises as dns } from 'node:dns';

/** Answers that may be under way at once. */
const concurrency = 8;
/** Addresses that wait for their turn; further ones are asked for when another packet shows them. */
const longestQueue = 1024;
/** Of one try, in milliseconds; a server that keeps silent is asked twice. */
const timeout = 2000;
const tries = 2;

/** The server says that there is none; anything else may be otherwise in a minute. */
const noName = new Set<string>([dns.NOTFOUND, dns.NODATA]);

export type Resolve = (address: string) => Promise<string[]>;

interface Question {
  readonly address: string;
  readonly onAnswer: (answer: string | undefined) => void;
  readonly onFailure: () => void;
}

export class ReverseLookup {
  private readonly waiting: Question[] = [];
  private underWay = 0;
  private isClosed = false;

  private constructor(
    private readonly resolve: Resolve,
    private readonly cancel: () => void,
  ) {}

  /** Asks the servers of resolv.conf(5) through sockets of the event loop: no thread waits, so nothing holds up the end. */
  static overDns(): ReverseLookup {
    const resolver = new dns.Resolver({ timeout, tries });
    return new ReverseLookup(
      (address) => resolver.reverse(address),
      () => resolver.cancel(),
    );
  }

  /** Asks `resolve` instead. */
  static over(resolve: Resolve): ReverseLookup {
    return new ReverseLookup(resolve, () => {});
  }

  /** false: too many wait already, and the question is not taken. */
  ask(question: Question): boolean {
    if (this.isClosed || this.waiting.length >= longestQueue) return false;
    this.waiting.push(question);
    this.next();
    return true;
  }

  /** Drops every question; nothing keeps the process alive, and no answer comes any more. */
  close(): void {
    this.isClosed = true;
    this.waiting.length = 0;
    this.cancel();
  }

  private next(): void {
    while (this.underWay < concurrency) {
      const question = this.waiting.shift();
      if (question === undefined) return;
      this.underWay++;
      void this.put(question);
    }
  }

  private async put({ address, onAnswer, onFailure }: Question): Promise<void> {
    try {
      const names = await this.resolve(address);
      if (!this.isClosed) onAnswer(names[0]);
    } catch (error) {
      if (this.isClosed) return;
      if (noName.has((error as NodeJS.ErrnoException).code ?? '')) onAnswer(undefined);
      else onFailure();
    } finally {
      this.underWay--;
      if (!this.isClosed) this.next();
    }
  }
}

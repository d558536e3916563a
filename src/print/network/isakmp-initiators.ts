/** Which side of an ISAKMP exchange sent its first message, for the last 20 cookies seen. */

const remembered = 20;
/** Initiator cookie, initiator's address, responder's address. */
const cookieWords = 2;
const addressWords = 4;
const recordWords = cookieWords + 2 * addressWords;

export class IsakmpInitiators {
  private readonly records = new Uint32Array(remembered * recordWords);
  private next = 0;

  /** The cookie's record, or -1. */
  find(high: number, low: number): number {
    for (let at = 0; at < this.records.length; at += recordWords) {
      if (this.records[at] === high && this.records[at + 1] === low) return at;
    }
    return -1;
  }

  /** Starts a record and returns it; the oldest one makes room. Its addresses are set by {@link setWord}. */
  add(high: number, low: number): number {
    const at = this.next * recordWords;
    this.next = (this.next + 1) % remembered;
    this.records.fill(0, at, at + recordWords);
    this.records[at] = high;
    this.records[at + 1] = low;
    return at;
  }

  /** `side`: 0 for the initiator's address, 1 for the responder's; `word`: which 32 bits of it. */
  setWord(record: number, side: number, word: number, value: number): void {
    this.records[record + cookieWords + side * addressWords + word] = value;
  }

  word(record: number, side: number, word: number): number {
    return this.records[record + cookieWords + side * addressWords + word];
  }
}

/** Which operation the last 64 calls of Rx were, so that their replies can be printed. */

const remembered = 64;
const Slot = { call: 0, client: 1, server: 5, service: 9, operation: 10 } as const;
const recordWords = 11;

/** Words of an address; IPv4 uses the first one. */
export type AddressWords = readonly number[];

export class RxCalls {
  private readonly records = new Uint32Array(remembered * recordWords);
  private next = 0;
  private hint = 0;

  /** `service`: the server's port in the upper half, its service identifier in the lower one. */
  add(call: number, client: AddressWords, server: AddressWords, service: number, operation: number): void {
    const at = this.next * recordWords;
    this.next = (this.next + 1) % remembered;
    this.records[at + Slot.call] = call;
    client.forEach((word, i) => {
      this.records[at + Slot.client + i] = word;
      this.records[at + Slot.server + i] = server[i];
    });
    this.records[at + Slot.service] = service;
    this.records[at + Slot.operation] = operation;
  }

  /** The operation of the call, or -1; from where the last one was found on. */
  find(call: number, client: AddressWords, server: AddressWords, service: number): number {
    for (let i = 0; i < remembered; i++) {
      const at = ((this.hint + i) % remembered) * recordWords;
      if (this.records[at + Slot.call] !== call || this.records[at + Slot.service] !== service >>> 0) continue;
      if (!this.isAt(at + Slot.client, client) || !this.isAt(at + Slot.server, server)) continue;
      this.hint = at / recordWords;
      return this.records[at + Slot.operation];
    }
    return -1;
  }

  private isAt(at: number, words: AddressWords): boolean {
    return words.every((word, i) => this.records[at + i] === word);
  }
}

/** Names of IP addresses: the host's own table at once, the resolver's answers once they are there. */
import { type AddressCache, SlotState } from './address-cache';
import { addressText } from './address-text';
import { hostNameBytes } from './host-name';
import { addressKey, type HostNames } from './hosts-file';
import type { ReverseLookup } from './reverse-lookup';

/** How long an address that nobody could answer for is left alone, in milliseconds. */
const retryAfter = 60_000;

export class HostLookup {
  constructor(
    private readonly cache: AddressCache,
    private readonly table: HostNames,
    private readonly resolver: ReverseLookup,
    private readonly short: boolean,
  ) {}

  name(bytes: Uint8Array, at: number): Uint8Array | undefined {
    const { cache } = this;
    let slot = cache.find(bytes, at);
    if (slot < 0) slot = this.enter(bytes, at);
    const state = cache.states[slot];
    if (state === SlotState.answered) return cache.names[slot];
    if (state === SlotState.unasked || (state === SlotState.failed && this.isRetryDue(slot))) this.ask(slot, bytes, at);
    return undefined;
  }

  private enter(bytes: Uint8Array, at: number): number {
    const { cache, table } = this;
    const slot = cache.claim(bytes, at);
    const known = table.get(addressKey(bytes, at, cache.length));
    if (known !== undefined) {
      cache.names[slot] = known;
      cache.states[slot] = SlotState.answered;
    }
    return slot;
  }

  private isRetryDue(slot: number): boolean {
    return performance.now() - this.cache.failedAt[slot] > retryAfter;
  }

  private ask(slot: number, bytes: Uint8Array, at: number): void {
    const { cache } = this;
    // The packet's bytes are gone when the answer comes.
    const address = bytes.slice(at, at + cache.length);
    const isTaken = this.resolver.ask({
      address: addressText(address, 0, cache.length),
      onAnswer: (name) => this.settle(address, SlotState.answered, name),
      onFailure: () => this.settle(address, SlotState.failed, undefined),
    });
    if (isTaken) cache.states[slot] = SlotState.asked;
  }

  /** The slot may have been given to another address meanwhile; then the answer is forgotten. */
  private settle(address: Uint8Array, state: number, name: string | undefined): void {
    const { cache } = this;
    const slot = cache.find(address, 0);
    if (slot < 0) return;
    cache.states[slot] = state;
    cache.failedAt[slot] = performance.now();
    cache.names[slot] = name === undefined ? undefined : hostNameBytes(name, this.short);
  }
}

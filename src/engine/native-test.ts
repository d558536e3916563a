/** What the addon does for --fanout-test; a part of its page in native.ts. */
export interface TestAddon {
  /** Needs CAP_NET_ADMIN. Throws with code EFANOUT_TEST. */
  bringUp(interfaceName: string): void;
  /** Sends frames, each from its Ethernet header on, in order. Throws with code EFANOUT_TEST. */
  sendFrames(interfaceName: string, frames: Uint8Array[]): void;
}

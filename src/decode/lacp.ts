/** Link Aggregation Control Protocol (IEEE 802.1AX-2014, 6.4.2.3): its TLVs have fixed places. */
import type { ByteView } from './view';

/** The first byte of a frame of the slow protocols (IEEE 802.3, 57A.3). */
export const lacpSubtype = 1;

/** Where each TLV begins, its type and its length, type and length counted. */
export const LacpTlv = {
  actor: { at: 2, type: 1, length: 20 },
  partner: { at: 22, type: 2, length: 20 },
  collector: { at: 42, type: 3, length: 16 },
} as const;

/** What one end says of itself, or of the other one. */
export class LacpStation {
  systemPriority = 0;
  systemAt = 0;
  key = 0;
  portPriority = 0;
  port = 0;
  /** {@link lacpStates} */
  state = 0;

  /** `at`: where its TLV begins. */
  decode(view: ByteView, at: number): void {
    view.need(at, LacpTlv.actor.length);
    this.systemPriority = view.u16(at + 2);
    this.systemAt = at + 4;
    this.key = view.u16(at + 10);
    this.portPriority = view.u16(at + 12);
    this.port = view.u16(at + 14);
    this.state = view.u8(at + 16);
  }
}

/** Names of the bits of a state, lowest first. */
export const lacpStates = [
  'activity',
  'timeout',
  'aggregation',
  'synchronization',
  'collecting',
  'distributing',
  'defaulted',
  'expired',
];

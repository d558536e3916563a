/** VLAN tag (IEEE 802.1Q-2018, 9.6): what follows the TPID. */
import type { ByteView } from './view';

export const vlanTagLength = 4;

export class VlanLayer {
  /** 0..4095 */
  id = 0;
  /** PCP, 0..7 */
  priority = 0;
  /** DEI (CFI before 2011). */
  dropEligible = false;
  /** Ethertype or length of what follows. */
  type = 0;

  decode(view: ByteView, at: number): void {
    const control = view.u16(at);
    this.id = control & 0xfff;
    this.priority = control >>> 13;
    this.dropEligible = (control & 0x1000) !== 0;
    this.type = view.u16(at + 2);
  }
}

/** The TPIDs after which a tag follows: customer, service, and two that vendors used before 802.1ad. */
export function isVlanType(type: number): boolean {
  return type === 0x8100 || type === 0x88a8 || type === 0x9100 || type === 0x9200;
}

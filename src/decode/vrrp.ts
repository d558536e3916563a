/** Virtual Router Redundancy Protocol, version 2 (RFC 3768) and 3 (RFC 5798, 9568). */
import type { ByteView } from './view';

export const vrrpHeaderLength = 8;
export const vrrpAdvertisement = 1;
export const VrrpAuthentication = { none: 0, simple: 1, ah: 2 } as const;
export const vrrpPasswordLength = 8;
/** Of version 3, whose interval is in hundredths of a second. */
export const vrrpIntervalMask = 0x0fff;

export class VrrpLayer {
  version = 0;
  /** 1 advertisement. */
  type = 0;
  routerId = 0;
  priority = 0;
  addresses = 0;
  /** Version 2 only. */
  authentication = 0;
  /** Hundredths of a second. */
  interval = 0;
  checksum = 0;

  decode(view: ByteView, at: number): void {
    view.need(at, vrrpHeaderLength);
    const first = view.u8(at);
    this.version = first >>> 4;
    this.type = first & 15;
    this.routerId = view.u8(at + 1);
    this.priority = view.u8(at + 2);
    this.addresses = view.u8(at + 3);
    const isThree = this.version === 3;
    this.authentication = isThree ? VrrpAuthentication.none : view.u8(at + 4);
    this.interval = isThree ? view.u16(at + 4) & vrrpIntervalMask : 100 * view.u8(at + 5);
    this.checksum = view.u16(at + 6);
  }
}

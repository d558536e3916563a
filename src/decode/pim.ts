/** Protocol Independent Multicast (RFC 7761, 4.9): the header. */
import type { ByteView } from './view';

export const pimVersion = 2;

export class PimLayer {
  version = 0;
  /** 0 hello, 1 register, 2 register stop, 3 join and prune, 4 bootstrap, 5 assert. */
  type = 0;
  checksum = 0;

  decode(view: ByteView, at: number): void {
    view.need(at, 4);
    this.version = view.u8(at) >>> 4;
    this.type = view.u8(at) & 15;
    this.checksum = view.u16(at + 2);
  }
}

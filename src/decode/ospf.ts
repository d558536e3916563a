/** OSPF version 2 (RFC 2328, A.3.1) and version 3 (RFC 5340, A.3.1): the common header. */
import type { ByteView } from './view';

export class OspfLayer {
  version = 0;
  /** 1 hello, 2 database description, 3 link state request, 4 update, 5 acknowledgement. */
  type = 0;
  length = 0;
  routerAt = 0;
  areaAt = 0;
  checksum = 0;

  decode(view: ByteView, at: number): void {
    view.need(at, 16);
    this.version = view.u8(at);
    this.type = view.u8(at + 1);
    this.length = view.u16(at + 2);
    this.routerAt = at + 4;
    this.areaAt = at + 8;
    this.checksum = view.u16(at + 12);
  }
}

/** Resource records (RFC 1035, 4.1.3): what comes after the owner's name. */
import type { ByteView } from './view';

const fixedLength = 10;

export class DnsRecord {
  type = 0;
  class = 0;
  /** Seconds; EDNS keeps other things here. */
  ttl = 0;
  dataAt = 0;
  dataLength = 0;
  next = 0;

  /** Throws where the record's data is not captured as a whole. */
  decode(view: ByteView, at: number): void {
    this.type = view.u16(at);
    this.class = view.u16(at + 2);
    this.ttl = view.u32(at + 4);
    this.dataLength = view.u16(at + 8);
    this.dataAt = at + fixedLength;
    this.next = this.dataAt + this.dataLength;
    view.need(this.dataAt, this.dataLength);
  }
}

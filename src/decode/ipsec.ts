/** Authentication Header (RFC 4302) and Encapsulating Security Payload (RFC 4303). */
import type { ByteView } from './view';

export const authenticationFixedLength = 12;
export const espHeaderLength = 8;

export class AuthenticationLayer {
  nextHeader = 0;
  /** Bytes, integrity check value included. */
  headerLength = 0;
  spi = 0;
  sequence = 0;

  decode(view: ByteView, at: number): void {
    view.need(at, authenticationFixedLength);
    this.nextHeader = view.u8(at);
    this.headerLength = (view.u8(at + 1) + 2) * 4;
    this.spi = view.u32(at + 4);
    this.sequence = view.u32(at + 8);
  }
}

export class EspLayer {
  spi = 0;
  sequence = 0;

  decode(view: ByteView, at: number): void {
    this.spi = view.u32(at);
    this.sequence = view.u32(at + 4);
  }
}

/** Extensible Authentication Protocol (RFC 3748, 4), and EAP over LAN (IEEE 802.1X-2020, 11.3). */
import type { ByteView } from './view';

export const eapolHeaderLength = 4;
export const eapolPacket = 0;
export const EapCode = { request: 1, response: 2 } as const;
/** IANA "EAP Method Types". */
export const EapMethod = {
  identity: 1,
  notification: 2,
  nak: 3,
  tls: 13,
  sim: 18,
  ttls: 21,
  aka: 23,
  fast: 43,
} as const;
export const eapHeaderLength = 4;

export class EapolLayer {
  version = 0;
  /** 0 EAP, 1 start, 2 logoff, 3 key. */
  type = 0;
  /** Of what follows. */
  length = 0;

  decode(view: ByteView, at: number): void {
    view.need(at, eapolHeaderLength);
    this.version = view.u8(at);
    this.type = view.u8(at + 1);
    this.length = view.u16(at + 2);
  }
}

export class EapLayer {
  /** 1 request, 2 response, 3 success, 4 failure. */
  code = 0;
  identifier = 0;
  /** With the header. */
  length = 0;

  decode(view: ByteView, at: number): void {
    view.need(at, eapHeaderLength);
    this.code = view.u8(at);
    this.identifier = view.u8(at + 1);
    this.length = view.u16(at + 2);
  }
}

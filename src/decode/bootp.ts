/** Bootstrap Protocol (RFC 951) and DHCP (RFC 2131): the fixed fields. */
import type { ByteView } from './view';

export const BootpOperation = { request: 1, reply: 2 } as const;
/** Where options start, and the cookie that says they are there (RFC 2132, 2). */
export const bootpVendorOffset = 236;
export const bootpMagicCookie = 0x63825363;

export class BootpLayer {
  operation = 0;
  hardwareType = 0;
  hardwareLength = 0;
  hops = 0;
  /** Where the 16 bytes of client hardware address start. */
  clientHardwareAt = 0;

  /** The first four bytes; the rest is read by offset, as far as it is captured. */
  decode(view: ByteView, at: number): void {
    this.hardwareType = view.u8(at + 1);
    this.hardwareLength = view.u8(at + 2);
    this.operation = view.u8(at);
    this.hops = view.u8(at + 3);
    this.clientHardwareAt = at + 28;
  }
}

/** Offsets of the other fixed fields. */
export const BootpField = {
  transaction: 4,
  seconds: 8,
  flags: 10,
  clientAddress: 12,
  yourAddress: 16,
  serverAddress: 20,
  gatewayAddress: 24,
  clientHardware: 28,
  serverName: 44,
  file: 108,
} as const;

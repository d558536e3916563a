/** Bootstrap Protocol (RFC 951) and DHCP (RFC 2131): the fixed fields. */
import type { ByteView } from './view';

export const BootpOperation = { request: 1, reply: 2 } as const;
/** Where options start, and the cookie that says they are there (RFC 2132, 2). */
export const bootpVendorOffset = 236;
export const bootpMagicCookie = 0x63825363;
/** The letters CMU: Carnegie Mellon University's vendor area. */
export const bootpCmuCookie = 0x434d5500;

/** Offsets of the fixed fields. */
export const BootpField = {
  operation: 0,
  hardwareType: 1,
  hardwareLength: 2,
  hops: 3,
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

export class BootpLayer {
  operation = 0;
  hardwareType = 0;
  hardwareLength = 0;
  /** Where the 16 bytes of client hardware address start. */
  clientHardwareAt = 0;

  /** The first three bytes; the rest is read by offset, as far as it is captured. */
  decode(view: ByteView, at: number): void {
    this.hardwareLength = view.u8(at + BootpField.hardwareLength);
    this.hardwareType = view.u8(at + BootpField.hardwareType);
    this.operation = view.u8(at + BootpField.operation);
    this.clientHardwareAt = at + BootpField.clientHardware;
  }
}

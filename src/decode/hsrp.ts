/** Hot Standby Router Protocol: version 1 (RFC 2281), and version 2, which Cisco has not published (as Wireshark reads it). */
import type { ByteView } from './view';

/** Version 1, and where its authentication and its address are. */
export const hsrp1Length = 20;
export const hsrpAuthenticationAt = 8;
export const hsrpAddressAt = 16;
export const hsrpAuthenticationLength = 8;
/** Opcodes above this have another message. */
export const hsrpLastOpcode = 2;
/** Version 2 is a list of TLVs, whose lengths do not count type and length; version 1 begins with a zero byte. */
export const HsrpTlv = { groupState: 1, interfaceState: 2, text: 3, md5: 4 } as const;
export const hsrpTlvHeaderLength = 2;
export const hsrpGroupStateLength = 40;

const millisecondsPerSecond = 1000;

export class HsrpLayer {
  version = 0;
  /** 0 hello, 1 coup, 2 resign. */
  opcode = 0;
  state = 0;
  /** Seconds. */
  helloTime = 0;
  holdTime = 0;
  priority = 0;
  group = 0;
  /** Version 2: the sender's MAC address. */
  identifierAt = 0;
  /** 4 or 6. */
  family = 4;
  addressAt = 0;

  /** Version 1: {@link hsrp1Length} bytes. */
  decode(view: ByteView, at: number): void {
    view.need(at, hsrp1Length);
    this.version = view.u8(at);
    this.opcode = view.u8(at + 1);
    this.state = view.u8(at + 2);
    this.helloTime = view.u8(at + 3);
    this.holdTime = view.u8(at + 4);
    this.priority = view.u8(at + 5);
    this.group = view.u8(at + 6);
    this.family = 4;
    this.addressAt = at + hsrpAddressAt;
  }

  /** The value of version 2's group state: {@link hsrpGroupStateLength} bytes. */
  decodeGroupState(view: ByteView, at: number): void {
    view.need(at, hsrpGroupStateLength);
    this.version = view.u8(at);
    this.opcode = view.u8(at + 1);
    this.state = view.u8(at + 2);
    this.family = view.u8(at + 3) === 6 ? 6 : 4;
    this.group = view.u16(at + 4);
    this.identifierAt = at + 6;
    this.priority = view.u32(at + 12);
    this.helloTime = view.u32(at + 16) / millisecondsPerSecond;
    this.holdTime = view.u32(at + 20) / millisecondsPerSecond;
    this.addressAt = at + 24;
  }
}

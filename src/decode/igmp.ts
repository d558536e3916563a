/** Internet Group Management Protocol (RFC 1112, 2236, 3376). */
import type { ByteView } from './view';

export const igmpHeaderLength = 8;
export const igmp3QueryLength = 12;

export const IgmpType = { query: 0x11, report1: 0x12, report2: 0x16, leave: 0x17, report3: 0x22 } as const;

export class IgmpLayer {
  type = 0;
  /** In tenths of a second, as encoded by the version of the message. */
  maximumResponse = 0;
  checksum = 0;
  /** Where the group's four bytes are; version 3 reports have the number of records there. */
  groupAt = 0;

  decode(view: ByteView, at: number): void {
    view.need(at, igmpHeaderLength);
    this.type = view.u8(at);
    this.maximumResponse = view.u8(at + 1);
    this.checksum = view.u16(at + 2);
    this.groupAt = at + 4;
  }
}

/** A group record of a version 3 report; those of MLDv2 (RFC 3810) differ in the length of addresses only. */
export class GroupRecord {
  type = 0;
  sources = 0;
  groupAt = 0;
  sourcesAt = 0;
  /** Bytes, auxiliary data included. */
  length = 0;

  decode(view: ByteView, at: number, addressLength: number): void {
    this.type = view.u8(at);
    this.sources = view.u16(at + 2);
    this.groupAt = at + 4;
    this.sourcesAt = this.groupAt + addressLength;
    this.length = 4 + addressLength * (1 + this.sources) + 4 * view.u8(at + 1);
    view.need(at, 4 + addressLength * (1 + this.sources));
  }
}

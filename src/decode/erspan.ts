/** Encapsulated Remote SPAN types II and III (draft-foschiano-erspan). Type I has no header at all. */
import type { ByteView } from './view';

const erspan2HeaderLength = 8;
const erspan3HeaderLength = 12;
const subheaderLength = 8;

export class ErspanLayer {
  /** 1: type II, 2: type III. */
  version = 0;
  vlan = 0;
  classOfService = 0;
  /** The mirrored frame was cut by the switch. */
  cut = false;
  sessionId = 0;
  /** Type II: the port and direction, as the switch numbers them. */
  index = 0;
  /** Type III: time stamp in the switch's own unit, security group, hardware. */
  timestamp = 0;
  securityGroup = 0;
  hardwareId = 0;
  /** Type III: 0 incoming, 1 outgoing. */
  direction = 0;
  headerLength = 0;

  decode2(view: ByteView, at: number): void {
    view.need(at, erspan2HeaderLength);
    this.common(view, at);
    this.index = view.u32(at + 4) & 0xfffff;
    this.headerLength = erspan2HeaderLength;
  }

  decode3(view: ByteView, at: number): void {
    view.need(at, erspan3HeaderLength);
    this.common(view, at);
    this.timestamp = view.u32(at + 4);
    this.securityGroup = view.u16(at + 8);
    const field = view.u16(at + 10);
    this.hardwareId = (field >>> 4) & 0x3f;
    this.direction = (field >>> 3) & 1;
    this.headerLength = erspan3HeaderLength + ((field & 1) !== 0 ? subheaderLength : 0);
  }

  private common(view: ByteView, at: number): void {
    const first = view.u16(at);
    const second = view.u16(at + 2);
    this.version = first >>> 12;
    this.vlan = first & 0xfff;
    this.classOfService = second >>> 13;
    this.cut = (second & 0x0400) !== 0;
    this.sessionId = second & 0x3ff;
  }
}

/** Wireless LAN frames (IEEE 802.11-2016, 9.2 and 9.3): header length, whose addresses, and the elements of a body. */
import type { ByteView } from './view';

export const FrameType = { management: 0, control: 1, data: 2 } as const;

export const ManagementSubtype = {
  associationRequest: 0,
  associationResponse: 1,
  reassociationRequest: 2,
  reassociationResponse: 3,
  probeRequest: 4,
  probeResponse: 5,
  beacon: 8,
  announcement: 9,
  disassociation: 10,
  authentication: 11,
  deauthentication: 12,
  action: 13,
} as const;

export const ControlSubtype = {
  wrapper: 7,
  blockAckRequest: 8,
  blockAck: 9,
  powerSavePoll: 10,
  requestToSend: 11,
  clearToSend: 12,
  acknowledgment: 13,
  contentionFreeEnd: 14,
  contentionFreeEndAck: 15,
} as const;

/** Bits of a data frame's subtype. */
export const DataSubtype = { contentionFreeAck: 1, contentionFreePoll: 2, noData: 4, qos: 8 } as const;

export const frameControlLength = 2;
export const receiverAt = 4;
export const transmitterAt = 10;
export const thirdAddressAt = 16;
export const fourthAddressAt = 24;

const managementHeaderLength = 24;
const dataHeaderLength = 24;
const fourAddressHeaderLength = 30;
const qosLength = 2;

/** By subtype; missing: the subtype is not known. */
const controlHeaderLengths = new Map<number, number>([
  [ControlSubtype.wrapper, 16],
  [ControlSubtype.blockAckRequest, 20],
  [ControlSubtype.blockAck, 10],
  [ControlSubtype.powerSavePoll, 16],
  [ControlSubtype.requestToSend, 16],
  [ControlSubtype.clearToSend, 10],
  [ControlSubtype.acknowledgment, 10],
  [ControlSubtype.contentionFreeEnd, 16],
  [ControlSubtype.contentionFreeEndAck, 16],
]);

/** Bits of frame control, read low byte first. */
const Control = {
  toDistribution: 0x0100,
  fromDistribution: 0x0200,
  moreFragments: 0x0400,
  retry: 0x0800,
  powerManagement: 0x1000,
  moreData: 0x2000,
  protected: 0x4000,
  ordered: 0x8000,
} as const;

export class WlanLayer {
  type = 0;
  subtype = 0;
  toDistribution = false;
  fromDistribution = false;
  moreFragments = false;
  retry = false;
  powerManagement = false;
  moreData = false;
  protectedFrame = false;
  ordered = false;
  /** 0: a type or subtype whose header is not known. */
  headerLength = 0;
  sourceAt = 0;
  destinationAt = 0;

  decode(view: ByteView, at: number): void {
    const control = view.u16LE(at);
    this.type = (control >>> 2) & 3;
    this.subtype = (control >>> 4) & 15;
    this.toDistribution = (control & Control.toDistribution) !== 0;
    this.fromDistribution = (control & Control.fromDistribution) !== 0;
    this.moreFragments = (control & Control.moreFragments) !== 0;
    this.retry = (control & Control.retry) !== 0;
    this.powerManagement = (control & Control.powerManagement) !== 0;
    this.moreData = (control & Control.moreData) !== 0;
    this.protectedFrame = (control & Control.protected) !== 0;
    this.ordered = (control & Control.ordered) !== 0;
    this.headerLength = this.lengthOfHeader();
    this.addresses(at);
  }

  private lengthOfHeader(): number {
    if (this.type === FrameType.management) return managementHeaderLength;
    if (this.type === FrameType.control) return controlHeaderLengths.get(this.subtype) ?? 0;
    if (this.type !== FrameType.data) return 0;
    const base = this.toDistribution && this.fromDistribution ? fourAddressHeaderLength : dataHeaderLength;
    return (this.subtype & DataSubtype.qos) !== 0 ? base + qosLength : base;
  }

  /** IEEE 802.11-2016, table 9-26. */
  private addresses(at: number): void {
    this.sourceAt = at + transmitterAt;
    this.destinationAt = at + receiverAt;
    if (this.type !== FrameType.data) return;
    if (this.toDistribution) this.destinationAt = at + thirdAddressAt;
    if (this.fromDistribution) this.sourceAt = at + (this.toDistribution ? fourthAddressAt : thirdAddressAt);
  }
}

const Element = { ssid: 0, rates: 1, channel: 3, trafficMap: 5, challenge: 16 } as const;
const longestSsid = 32;
const mostRates = 16;
const longestChallenge = 253;
/** Count, period, control and 251 bytes of bitmap. */
const longestTrafficMap = 254;

/** The elements of a management frame's body that are shown; the first of each kind counts. */
export class WlanElements {
  /** -1: absent. */
  ssidAt = -1;
  ssidLength = 0;
  ratesAt = -1;
  rateCount = 0;
  /** -1: absent. */
  channel = -1;

  /** false: an element is cut off or longer than its kind may be; what came before it is kept. */
  decode(view: ByteView, at: number, length: number): boolean {
    this.ssidAt = -1;
    this.ssidLength = 0;
    this.ratesAt = -1;
    this.rateCount = 0;
    this.channel = -1;
    const end = at + length;
    let from = at;
    while (from < end) {
      if (!view.has(from, 2) || end - from < 2) return false;
      const size = view.u8(from + 1);
      if (!view.has(from + 2, size) || end - from < size + 2) return false;
      if (!this.take(view, view.u8(from), from + 2, size)) return false;
      from += 2 + size;
    }
    return true;
  }

  private take(view: ByteView, kind: number, at: number, size: number): boolean {
    switch (kind) {
      case Element.ssid:
        if (size > longestSsid) return false;
        if (this.ssidAt < 0) {
          this.ssidAt = at;
          this.ssidLength = size;
        }
        return true;
      case Element.rates:
        if (size > mostRates) return false;
        if (this.ratesAt < 0 && size > 0) {
          this.ratesAt = at;
          this.rateCount = size;
        }
        return true;
      case Element.channel:
        if (size === 1 && this.channel < 0) this.channel = view.u8(at);
        return true;
      case Element.trafficMap:
        return size <= longestTrafficMap;
      case Element.challenge:
        return size <= longestChallenge;
      default:
        return true;
    }
  }
}

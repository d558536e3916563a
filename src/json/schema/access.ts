/** Who may use the network, and with which keys. */
import type { HexBytes, Ipv4Address, Ipv6Address, LayerMarks, PacketText } from './layer';

/** RFC 2865, 2866, 5176 */
export interface RadiusJson extends LayerMarks {
  layer: 'radius';
  /** 1 access request, 2 accept, 3 reject, 4 accounting request, 5 response, 11 challenge, 40 disconnect, 43 change. */
  code: number;
  identifier: number;
  length: number;
  authenticator: HexBytes;
  attributes: RadiusAttributeJson[];
}

/** The value is in the member that the type calls for; passwords are bytes as they were sent. */
export interface RadiusAttributeJson {
  type: number;
  /** As IANA registers it: `User-Name`. */
  name?: string;
  /** RFC 2868: which tunnel it belongs to; of a VLAN (RFC 4675) 49 tagged, 50 untagged. */
  tag?: number;
  text?: PacketText;
  number?: number;
  address?: Ipv4Address | Ipv6Address;
  prefix?: Ipv6Address;
  prefix_length?: number;
  /** IANA's number of an enterprise. */
  vendor?: number;
  vendor_attributes?: RadiusVendorAttributeJson[];
  data?: HexBytes;
}

export interface RadiusVendorAttributeJson {
  type: number;
  data: HexBytes;
}

/** IEEE 802.1X */
export interface EapolJson extends LayerMarks {
  layer: 'eapol';
  version: number;
  /** 0 EAP, 1 start, 2 logoff, 3 key. */
  type: number;
  length: number;
}

/** RFC 3748 */
export interface EapJson extends LayerMarks {
  layer: 'eap';
  /** 1 request, 2 response, 3 success, 4 failure. */
  code: number;
  identifier: number;
  length: number;
  /** Method of a request or response: 1 identity, 3 refusal, 13 TLS, 21 TTLS, 25 PEAP. */
  type?: number;
  identity?: PacketText;
  notification?: PacketText;
  /** Methods that are wanted in place of the one refused. */
  desired_types?: number[];
}

/** RFC 2408, 7296: the header. */
export interface IsakmpJson extends LayerMarks {
  layer: 'isakmp';
  initiator_spi: HexBytes;
  responder_spi: HexBytes;
  next_payload: number;
  major_version: number;
  minor_version: number;
  /** Version 1: 2 identity protection, 4 aggressive, 5 informational, 32 quick; version 2: 34 to 37. */
  exchange_type: number;
  flags: number;
  message_id: number;
  length: number;
}

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

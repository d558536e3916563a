/** What every layer may say of itself. */
export interface LayerMarks {
  /** The captured bytes end inside this layer: members that would come later are missing. */
  truncated?: true;
  /** A length or version contradicts the protocol: what depends on it is missing. */
  malformed?: true;
}

/** A layer whose bytes end too early has only those members that were whole. */
export type CutShort<Layer extends { layer: string }> = Partial<Omit<Layer, 'layer' | 'truncated'>> & {
  layer: Layer['layer'];
  truncated: true;
};

/**
 * Six bytes in hexadecimal, colons between.
 * @pattern ^([0-9a-f]{2}:){5}[0-9a-f]{2}$
 */
export type MacAddress = string;
/**
 * Dotted decimal.
 * @pattern ^\d{1,3}(\.\d{1,3}){3}$
 */
export type Ipv4Address = string;
/**
 * RFC 5952
 * @pattern ^[0-9a-f:.]{2,45}$
 */
export type Ipv6Address = string;
/**
 * Bytes in hexadecimal, two digits each.
 * @pattern ^([0-9a-f]{2})*$
 */
export type HexBytes = string;
/**
 * Bytes of the packet as text: well-formed UTF-8 stands for its characters, any other byte for the character of the same
 * number, U+0080 to U+00FF.
 */
export type PacketText = string;
/**
 * Seconds since 1970-01-01 00:00 UTC with nine decimal places.
 * @pattern ^-?\d+\.\d{9}$
 */
export type TimeText = string;
/**
 * Version and base64 of the hash.
 * @pattern ^1:[A-Za-z0-9+/]{27}=$
 */
export type CommunityId = string;

// Link-layer header types: https://www.tcpdump.org/linktypes.html
import { quote } from './quote';
import { closest } from './suggest';
import { ValueError, type ValueType } from './value';

/** LINKTYPE_ values under libpcap's DLT_ names: what Linux devices have, and what tunnels carry. */
export const linkTypes = {
  EN10MB: 1,
  PPP: 9,
  RAW: 101,
  NULL: 0,
  LOOP: 108,
  LINUX_SLL: 113,
  LINUX_SLL2: 276,
  IEEE802_11: 105,
  IEEE802_11_RADIO: 127,
  IPV4: 228,
  IPV6: 229,
  IP_OVER_IB: 242,
} as const;

/** Zeek counts in DLT_ values, and DLT_RAW is 12 on Linux where savefiles say 101. */
const dltRaw = 12;
const maxLinkType = 65535;

/** A link type by name (EN10MB, case ignored) or number, as its LINKTYPE_ value; auto: read from the device. */
export function linkType(): ValueType<number | 'auto'> {
  const names = Object.entries(linkTypes);
  return {
    syntax: 'NAME|NUMBER|auto',
    parse(text) {
      const word = text.toUpperCase().replace(/^(DLT|LINKTYPE)_/, '');
      if (word === 'AUTO') return 'auto';
      const known = names.find(([name]) => name === word);
      if (known !== undefined) return known[1];
      const value = /^\d{1,5}$/.test(word) ? Number(word) : Number.NaN;
      if (value <= maxLinkType) return value === dltRaw ? linkTypes.RAW : value;
      const nearest = closest(word, Object.keys(linkTypes));
      const hint =
        nearest === undefined ? 'fandump -L -i INTERFACE names the one it has' : `did you mean '${nearest}'?`;
      throw new ValueError(`${quote(text)} is not a link type`, hint);
    },
    format(value) {
      const known = names.find(([, number]) => number === value);
      return known === undefined ? String(value) : known[0].toLowerCase();
    },
  };
}

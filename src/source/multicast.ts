// Multicast groups that a UDP source joins: RFC 1112, RFC 4291 section 2.7; with a source of their own: RFC 4607.
import { formatIPv6, isIPv4, parseIPv6 } from './ip-address';
import { quote } from './quote';
import { ValueError, type ValueType } from './value';

export interface MulticastGroup {
  /** Without brackets. */
  address: string;
  /** Whose datagrams alone are taken; '': anybody's. */
  source: string;
  /** '': where the routing table says. */
  interface: string;
}

const example = 'write group=239.1.1.1%eth0 or group=[ff05::1]%eth0, with SOURCE@ before it for one sender alone';
/** IFNAMSIZ of linux/if.h counts a final zero. */
const longestInterface = 15;

/** `[SOURCE@]ADDRESS[%INTERFACE]`, several with commas between them; IPv6 stands in brackets. */
export function multicastGroups(): ValueType<readonly MulticastGroup[]> {
  return {
    syntax: '[SOURCE@]ADDRESS[%INTERFACE],...|none',
    parse(text) {
      if (text.toLowerCase() === 'none') return [];
      const groups = text.split(',').map(parseGroup);
      const names = groups.map(formatGroup);
      const twice = names.find((name, index) => names.indexOf(name) !== index);
      if (twice !== undefined) throw new ValueError(`${quote(twice)} stands there twice`, 'name each group once');
      return groups;
    },
    format: (groups) => (groups.length === 0 ? 'none' : groups.map(formatGroup).join(',')),
  };
}

function parseGroup(text: string): MulticastGroup {
  const parts = /^(?:(?<source>[^@]*)@)?(?<group>[^%]*)(?:%(?<device>.*))?$/s.exec(text)?.groups ?? {};
  const { source, group = '', device } = parts;
  const address = parseAddress(group);
  if (address === undefined || !isMulticast(address)) {
    throw new ValueError(`${quote(group)} is not the address of a multicast group`, example);
  }
  const sender = source === undefined ? '' : parseAddress(source);
  if (sender === undefined || sender.includes(':') !== (address.includes(':') && sender !== '')) {
    throw new ValueError(`${quote(source ?? '')} cannot send to the group ${quote(group)}`, example);
  }
  if (device !== undefined && !isInterface(device)) {
    throw new ValueError(`${quote(device)} is not the name of an interface`, example);
  }
  return { address, source: sender, interface: device ?? '' };
}

/** IPv4, or IPv6 in brackets; undefined: neither. */
function parseAddress(text: string): string | undefined {
  if (isIPv4(text)) return text;
  const inside = /^\[(.*)\]$/s.exec(text)?.[1];
  const groups = inside === undefined ? undefined : parseIPv6(inside);
  return groups === undefined ? undefined : formatIPv6(groups);
}

/** Whether an address, without brackets, is that of a group. */
export function isMulticast(address: string): boolean {
  if (address.includes(':')) return /^ff[0-9a-f]{2}:/.test(address);
  const first = Number.parseInt(address, 10);
  return first >= 224 && first <= 239;
}

function isInterface(name: string): boolean {
  return name.length > 0 && name.length <= longestInterface && /^[^\s/:,]+$/.test(name);
}

function formatGroup({ address, source, interface: device }: MulticastGroup): string {
  const bracketed = (text: string) => (text.includes(':') ? `[${text}]` : text);
  return `${source === '' ? '' : `${bracketed(source)}@`}${bracketed(address)}${device === '' ? '' : `%${device}`}`;
}

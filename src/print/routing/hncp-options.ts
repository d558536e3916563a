/** Options of DHCP that HNCP passes on between home routers (RFC 7788, 10.1.4 and 10.1.5). */

import { printUncompressedName } from '../application/dhcp6-names';
import type { PrintContext } from '../context';
import { namedIpv4, namedIpv6 } from '../text/named';
import { names } from '../text/names';
import { hncpLine } from './hncp';

const Option4 = { dnsServers: 6, ntpServers: 42, searchList: 119 } as const;
const option4Names = names(() => ({
  [Option4.dnsServers]: 'DNS-server',
  [Option4.ntpServers]: 'NTP-server',
  [Option4.searchList]: 'DNS-search',
}));
const Option6 = { dnsServers: 23, searchList: 24, sntpServers: 31 } as const;
const option6Names = names(() => ({
  [Option6.dnsServers]: 'DNS-server',
  [Option6.searchList]: 'DNS-search-list',
  [Option6.sntpServers]: 'SNTP-servers',
}));

/** Starts the line of an option. */
function title(context: PrintContext, name: string | undefined, size: number, indent: number): void {
  const { out } = context;
  hncpLine(context, indent);
  out.text(name ?? 'Unknown');
  out.text(' (');
  out.decimal(size);
  out.char(0x29);
}

function searchList(context: PrintContext, at: number, end: number): boolean {
  for (let from = at; from < end; ) {
    context.out.text(' ');
    from = printUncompressedName(context, from, end);
    if (from < 0) return false;
  }
  return true;
}

/** false: an option is not as it should be. */
export function printHncpDhcp4(context: PrintContext, at: number, length: number, indent: number): boolean {
  const { out, view } = context;
  const end = at + length;
  for (let from = at; from < end; ) {
    if (from + 2 > end) return false;
    const type = view.u8(from);
    const size = view.u8(from + 1);
    title(context, option4Names.get(type), size + 2, indent);
    from += 2;
    const next = from + size;
    if (next > end) return false;
    if (type === Option4.searchList) {
      if (!searchList(context, from, next)) return false;
    } else if (option4Names.has(type)) {
      if (size === 0 || size % 4 !== 0) return false;
      for (; from < next; from += 4) {
        out.text(' ');
        namedIpv4(context, from);
      }
    }
    from = next;
  }
  return true;
}

/** false: an option is not as it should be. */
export function printHncpDhcp6(context: PrintContext, at: number, length: number, indent: number): boolean {
  const { out, view } = context;
  const end = at + length;
  for (let from = at; from < end; ) {
    if (from + 4 > end) return false;
    const type = view.u16(from);
    const size = view.u16(from + 2);
    title(context, option6Names.get(type), size + 4, indent);
    from += 4;
    const next = from + size;
    if (next > end) return false;
    if (type === Option6.searchList) {
      if (!searchList(context, from, next)) return false;
    } else if (option6Names.has(type)) {
      if (size % 16 !== 0) {
        context.invalid();
        return false;
      }
      for (; from < next; from += 16) {
        out.text(' ');
        namedIpv6(context, from);
      }
    }
    from = next;
  }
  return true;
}

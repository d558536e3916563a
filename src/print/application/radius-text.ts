/** RADIUS attributes that are text, some behind a tag (RFC 2868, 4675), EAP messages, and those of vendors. */
import type { PrintContext } from '../context';
import { printEapMessage } from '../lan/eap';
import { enterpriseNames } from '../text/enterprise-names';
import { names } from '../text/names';
import { radiusValueIsWhole } from './radius-address';

const Attribute = { vlanName: 58, tunnelPassword: 69, eapMessage: 79 } as const;
/** Tunnel-Client-Endpoint, -Server-Endpoint, -Private-Group-ID, -Assignment-ID, -Client-Auth-ID, -Server-Auth-ID. */
const tagged: readonly number[] = [66, 67, 81, 82, 90, 91];
const largestTag = 0x1f;
const passwordHeader = 3;
const vendorHeader = 2;
const vlanTagNames = names(() => ({ 0x31: 'Tagged', 0x32: 'Untagged' }));

/** `Tag[1] `, or `Tag[Unused] ` where it is zero. */
export function radiusTag(context: PrintContext, tag: number): void {
  const { out } = context;
  out.text('Tag[');
  if (tag === 0) out.text('Unused');
  else out.decimal(tag);
  out.text('] ');
}

/** `Tagged (0x31) `: whether frames leave with the VLAN's tag. */
export function radiusVlanTag(context: PrintContext, value: number): void {
  const { out } = context;
  out.text(vlanTagNames.get(value) ?? 'Unknown tag');
  out.text(' (0x');
  out.hex8(value);
  out.text(') ');
}

export function printRadiusText(context: PrintContext, type: number, at: number, size: number): void {
  const { out, view } = context;
  if (!radiusValueIsWhole(context, at, size)) return;
  const first = view.u8(at);
  let from = at;
  if (type === Attribute.eapMessage) {
    printEapMessage(context, at, size);
    return;
  }
  if (type === Attribute.vlanName) {
    radiusVlanTag(context, first);
    from++;
  } else if (type === Attribute.tunnelPassword) {
    if (size < passwordHeader) {
      context.truncated();
      return;
    }
    radiusTag(context, first <= largestTag ? first : 0);
    out.text('Salt ');
    out.decimal(view.u16(at + 1));
    out.char(0x20);
    from += passwordHeader;
  } else if (tagged.includes(type) && first <= largestTag) {
    radiusTag(context, first);
    from++;
  }
  for (; from < at + size; from++) {
    const byte = view.u8(from);
    if (byte === 0) return;
    out.printable(byte);
  }
}

/** RFC 2865, 5.26: the vendor, then attributes of its own. */
export function printRadiusVendor(context: PrintContext, _type: number, at: number, size: number): void {
  const { out, view } = context;
  if (size < 4) {
    context.truncated();
    return;
  }
  const vendor = view.u32(at);
  out.text('Vendor: ');
  out.text(enterpriseNames.get(vendor) ?? 'Unknown');
  out.text(' (');
  out.decimal(vendor);
  out.char(0x29);
  const end = at + size;
  for (let from = at + 4; end - from >= vendorHeader; ) {
    const type = view.u8(from);
    const length = view.u8(from + 1);
    const bogus = length < vendorHeader || length > end - from;
    if (!bogus && !radiusValueIsWhole(context, from, length)) return;
    out.text('\n\t    Vendor Attribute: ');
    out.decimal(type);
    out.text(', Length: ');
    out.decimal(bogus ? length : length - vendorHeader);
    if (bogus) {
      out.text(
        length < vendorHeader ? ' (bogus, must be >= 2)' : ' (bogus, goes past end of vendor-specific attribute)',
      );
      return;
    }
    out.text(', Value: ');
    for (let i = vendorHeader; i < length; i++) out.printable(view.u8(from + i));
    from += length;
  }
}

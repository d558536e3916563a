/** Bootstrap Protocol (RFC 951) and DHCP (RFC 2131, options of RFC 2132). */
import { asciiEnd } from '../decode/ascii';
import { BootpField, BootpLayer, bootpMagicCookie, bootpVendorOffset } from '../decode/bootp';
import { type DhcpForm, DhcpOption, dhcpOptions } from '../decode/dhcp';
import { macLength } from '../decode/ethernet';
import { writeAddresses, writeNumbers } from './arrays';
import type { JsonContext } from './context';
import { element } from './writer';

const layer = new BootpLayer();
const broadcastFlag = 0x8000;
const cookieLength = 4;

export function writeDhcp(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('dhcp');
  layer.decode(view, at);
  json.number('operation', layer.operation);
  json.number('hardware_type', layer.hardwareType);
  json.number('hops', view.u8(at + BootpField.hops));
  json.number('transaction_id', view.u32(at + BootpField.transaction));
  json.number('seconds', view.u16(at + BootpField.seconds));
  json.boolean('broadcast', (view.u16(at + BootpField.flags) & broadcastFlag) !== 0);
  json.ipv4('client_address', view, at + BootpField.clientAddress);
  json.ipv4('your_address', view, at + BootpField.yourAddress);
  json.ipv4('server_address', view, at + BootpField.serverAddress);
  json.ipv4('relay_address', view, at + BootpField.gatewayAddress);
  if (layer.hardwareLength === macLength) json.mac('client_hardware', view, layer.clientHardwareAt);
  else json.hex('client_hardware', view, layer.clientHardwareAt, Math.min(layer.hardwareLength, 16));
  name(context, 'server_name', at + BootpField.serverName, at + BootpField.file);
  name(context, 'file', at + BootpField.file, at + bootpVendorOffset);
  const optionsAt = at + bootpVendorOffset;
  if (length > bootpVendorOffset + cookieLength && view.u32(optionsAt) === bootpMagicCookie) {
    options(context, optionsAt + cookieLength, at + length);
  }
  json.endLayer();
}

/** A field of fixed length with a string that may end earlier; left out where it is empty. */
function name({ json, view }: JsonContext, member: string, at: number, end: number): void {
  view.need(at, end - at);
  const stop = asciiEnd(view, at, end);
  if (stop > at) json.text(member, view, at, stop - at);
}

function options(context: JsonContext, at: number, end: number): void {
  const { json, view } = context;
  json.beginArray('options');
  let from = at;
  while (from < end) {
    const code = view.u8(from);
    if (code === DhcpOption.end) break;
    if (code === DhcpOption.pad) {
      from++;
      continue;
    }
    const size = view.u8(from + 1);
    view.need(from + 2, size);
    json.beginObject(element);
    json.number('code', code);
    value(context, code, from + 2, size);
    json.endObject();
    from += 2 + size;
  }
  json.endArray();
}

function value(context: JsonContext, code: number, at: number, size: number): void {
  const { json, view } = context;
  if (code === DhcpOption.messageType || code === DhcpOption.parameterList) {
    writeNumbers(context, at, size, 1);
    return;
  }
  const form: DhcpForm = dhcpOptions[code]?.[1] ?? 'bytes';
  if (form === 'text') json.text('text', view, at, size);
  else if (isAddresses(form) && size % 4 === 0) writeAddresses(context, at, size, 4);
  else if (isNumbers(form) && size % numberSize(form) === 0)
    writeNumbers(context, at, size, numberSize(form), form === 'signed');
  else json.hex('data', view, at, size);
}

function isAddresses(form: DhcpForm): boolean {
  return form === 'addresses' || form === 'pairs';
}

function isNumbers(form: DhcpForm): boolean {
  return form === 'words' || form === 'signed' || form === 'shorts' || form === 'booleans';
}

function numberSize(form: DhcpForm): number {
  return form === 'shorts' ? 2 : form === 'booleans' ? 1 : 4;
}

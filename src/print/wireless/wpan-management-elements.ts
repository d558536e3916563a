/** Elements that the MAC sublayer management nests in one (IEEE 802.15.4-2015, 7.4.3.2 and 7.4.4). */
import type { PrintContext } from '../context';
import { names } from '../text/names';
import { bits, channelList, elementData, hexList, vendorData } from './wpan-text';

/** Identifiers of the short format begin where those of the long one end. */
const firstShort = 0x10;
const Element = {
  vendor: 0x08,
  channelHopping: 0x09,
  synchronization: 0x1a,
  slotframes: 0x1b,
  timeslot: 0x1c,
} as const;
const elementNames = names(() => ({
  [Element.vendor]: 'Vendor Specific MLME Nested IE',
  [Element.channelHopping]: 'Channel Hopping IE',
  [Element.synchronization]: 'TSCH Synchronization IE',
  [Element.slotframes]: 'TSCH Slotframe and Link IE',
  [Element.timeslot]: 'TSCH Timeslot IE',
  0x1d: 'Hopping timing IE',
  0x1e: 'Enhanced Beacon Filter IE',
  0x1f: 'MAC Metrics IE',
  0x20: 'All MAC Metrics IE',
  0x21: 'Coexistence Specification IE',
  0x22: 'SUN Device Capabilities IE',
  0x23: 'SUN FSK Generic PHY IE',
  0x24: 'Mode Switch Parameter IE',
  0x25: 'PHY Parameter Change IE',
  0x26: 'O-QPSK PHY Mode IE',
  0x27: 'PCA Allocation IE',
  0x28: 'LECIM DSSS Operating Mode IE',
  0x29: 'LECIM FSK Operating Mode IE',
  0x2b: 'TVWS PHY Operating Mode Description IE',
  0x2c: 'TVWS Device Capabilities IE',
  0x2d: 'TVWS Device Category IE',
  0x2e: 'TVWS Device Identiication IE',
  0x2f: 'TVWS Device Location IE',
  0x30: 'TVWS Channel Information Query IE',
  0x31: 'TVWS Channel Information Source IE',
  0x32: 'CTM IE',
  0x33: 'Timestamp IE',
  0x34: 'Timestamp Difference IE',
  0x35: 'TMCTP Specification IE',
  0x36: 'RCC PHY Operating Mode IE',
}));

const timeslotFields = [
  ', CCA Offset = ',
  ', CCA = ',
  ', TX Offset = ',
  ', RX Offset = ',
  ', RX Ack Delay = ',
  ', TX Ack Delay = ',
  ', RX Wait = ',
  ', Ack Wait = ',
  ', RX TX = ',
  ', Max Ack = ',
  ', Max TX = ',
  ', Time slot Length = ',
];
/** The last two fields have three bytes where the element has 27. */
const wideTimeslot = 27;
const linkOptions = ['TX ', 'RX ', 'Shared ', 'Timekeeping ', 'Priority '];

export function printWpanManagement(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  let from = at;
  do {
    if (end - from < 2) {
      out.text('[ERROR: Truncated MLME IE]');
      return;
    }
    const header = view.u16LE(from);
    const long = bits(header, 15);
    const length = header & (long ? 0x3ff : 0xff);
    const identifier = long ? (header >>> 11) & 0x0f : (header >>> 8) & 0x7f;
    title(context, long, identifier, length);
    from += 2;
    const next = from + length;
    if (next > end) {
      out.text('[ERROR: Truncated IE data]');
      return;
    }
    if (length > 0) element(context, identifier, from, next);
    out.text('] ');
    from = next;
  } while (from < end);
}

function title(context: PrintContext, long: boolean, identifier: number, length: number): void {
  const { out } = context;
  const misplaced = !long && identifier < firstShort;
  const name = misplaced ? undefined : elementNames.get(identifier);
  out.text('\n\t\t');
  if (name !== undefined) {
    out.text(name);
  } else if (misplaced) {
    out.text('Reserved for long format 0x');
    out.hex(identifier);
  } else {
    out.text('Reserved 0x');
    out.hex8(identifier);
  }
  out.text(' [ length = ');
  out.decimal(length);
  out.text(', ');
}

function element(context: PrintContext, identifier: number, at: number, end: number): void {
  switch (identifier) {
    case Element.vendor:
      vendorData(context, at, end);
      return;
    case Element.channelHopping:
      channelHopping(context, at, end);
      return;
    case Element.synchronization:
      synchronization(context, at, end);
      return;
    case Element.slotframes:
      slotframes(context, at, end);
      return;
    case Element.timeslot:
      timeslot(context, at, end);
      return;
    default:
      elementData(context, at, end);
  }
}

function channelHopping(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  out.text('Hopping Sequence ID = ');
  out.decimal(view.u8(at));
  let from = at + 1;
  if (from === end) return;
  if (end - from < 7) {
    out.text('[ERROR: IE truncated]');
    return;
  }
  const page = view.u8(from);
  const channels = view.u16LE(from + 1);
  out.text('Channel Page = ');
  out.decimal(page);
  out.text(', Number of Channels = ');
  out.decimal(channels);
  out.text(', Phy Configuration = 0x');
  out.hex32(view.u32LE(from + 3));
  out.text(', ');
  from += 7;
  if (page === 9 || page === 10) {
    const next = from + ((channels + 7) >>> 3);
    if (next > end) {
      out.text('[ERROR: IE truncated]');
      return;
    }
    out.text('Extended bitmap = 0x');
    out.reserve(2 * (next - from));
    for (; from < next; from++) out.hex8(view.u8(from));
    out.text(', ');
  }
  hops(context, from, end);
}

function hops(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  if (end - at < 2) {
    out.text('[ERROR: IE truncated]');
    return;
  }
  const count = view.u16LE(at);
  const next = at + 2 + 2 * count;
  out.text('Hopping Seq length = ');
  out.decimal(count);
  out.text(' [ ');
  if (next > end) {
    out.text(' [ERROR: IE truncated]');
    return;
  }
  channelList(context, at + 2, count);
  out.char(0x5d);
  if (end - next < 2) {
    out.text('[ERROR: IE truncated]');
    return;
  }
  out.text('Current hop = ');
  out.decimal(view.u16LE(next));
}

/** The absolute slot number has five bytes. */
function synchronization(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  if (end - at < 6) {
    out.text('[ERROR: Length != 6]');
    return;
  }
  out.text('ASN = ');
  out.hex8(view.u8(at + 4));
  out.hex32(view.u32LE(at));
  out.text(', Join Metric = ');
  out.decimal(view.u8(at + 5));
  out.char(0x20);
}

function slotframes(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  const count = view.u8(at);
  out.text('Slotframes = ');
  out.decimal(count);
  out.char(0x20);
  let from = at + 1;
  for (let i = 0; i < count; i++) {
    if (end - from < 4) {
      out.text('[ERROR: Truncated IE before slotframes]');
      return;
    }
    const links = view.u8(from + 3);
    out.text('\n\t\t\t[ Handle ');
    out.decimal(view.u8(from));
    out.text(', size = ');
    out.decimal(view.u16LE(from + 1));
    out.text(', links = ');
    out.decimal(links);
    out.char(0x20);
    from += 4;
    for (let j = 0; j < links; j++, from += 5) {
      if (end - from < 5) {
        out.text('[ERROR: Truncated IE links]');
        break;
      }
      link(context, from);
    }
    out.text('] ');
  }
}

function link(context: PrintContext, at: number): void {
  const { out, view } = context;
  const options = view.u8(at + 4);
  out.text('\n\t\t\t\t[ Timeslot =  ');
  out.decimal(view.u16LE(at));
  out.text(', Offset = ');
  out.decimal(view.u16LE(at + 2));
  out.text(', Options = ');
  linkOptions.forEach((name, bit) => {
    if (bits(options, bit)) out.text(name);
  });
  out.text('] ');
}

function timeslot(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  const length = end - at;
  if (length !== 1 && length !== 25 && length !== wideTimeslot) {
    out.text('[ERROR: Length not 1, 25, or 27]\n\t\t\tIE Data = ');
    hexList(context, at, end);
    return;
  }
  out.text('Time slot ID = ');
  out.decimal(view.u8(at));
  if (length > 1) {
    let from = at + 1;
    timeslotFields.forEach((name, i) => {
      const wide = length === wideTimeslot && i >= timeslotFields.length - 2;
      out.text(name);
      out.decimal(view.u16LE(from) + (wide ? view.u8(from + 2) << 16 : 0));
      from += wide ? 3 : 2;
    });
  }
  out.char(0x20);
}

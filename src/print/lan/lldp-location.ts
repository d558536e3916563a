/** Where a media endpoint is (ANSI/TIA-1057, 10.2.4): coordinates (RFC 3825), a civic address (RFC 4776), or a number. */
import type { PrintContext } from '../context';
import { names } from '../text/names';
import { paddedText } from '../text/packet-text';

const Format = { coordinates: 1, civic: 2, number: 3 } as const;
const formatNames = names(() => ({
  [Format.coordinates]: 'coordinate-based LCI',
  [Format.civic]: 'civic address LCI',
  [Format.number]: 'ECS ELIN',
}));
const altitudeNames = names(() => ({ 1: 'meters', 2: 'floors' }));
const datumNames = names(() => ({
  1: 'World Geodesic System 1984',
  2: 'North American Datum 1983 (NAVD88)',
  3: 'North American Datum 1983 (MLLW)',
}));
const whatNames = [
  'location of DHCP server',
  'location of the network element believed to be closest to the client',
  'location of the client',
];
const elementNames = names(() => ({
  1: 'national subdivisions (state,canton,region,province,prefecture)',
  2: 'county, parish, gun, district',
  3: 'city, township, shi',
  4: 'city division, borough, city district, ward chou',
  5: 'neighborhood, block',
  6: 'street',
}));
const coordinatesLength = 17;
/** What it is of, and the country. */
const civicHeaderLength = 3;

/** `size` is 1 or more. One that is too short ends quietly. */
export function printLldpLocation(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  const format = view.u8(at);
  out.text('\n\t    Location data format ');
  out.text(formatNames.get(format) ?? 'unknown');
  out.text(' (0x');
  out.hex8(format);
  out.char(0x29);
  switch (format) {
    case Format.coordinates:
      if (size >= coordinatesLength) coordinates(context, at + 1);
      return;
    case Format.civic:
      if (size >= 2) civic(context, at + 1, size - 1);
      return;
    case Format.number:
      out.text('\n\t    ECS ELIN id ');
      paddedText(context, at + 1, size - 1);
      return;
    default:
      out.text('\n\t    Location ID ');
      context.dumpPart('\n\t      ', at + 1, size - 1);
  }
}

/** Resolutions of 6 bits, angles of 34, an altitude of 30. */
function coordinates(context: PrintContext, at: number): void {
  const { out, view } = context;
  angle(context, '\n\t    Latitude resolution ', ', latitude value ', at);
  angle(context, '\n\t    Longitude resolution ', ', longitude value ', at + 5);
  const altitude = view.u8(at + 10) >>> 4;
  out.text('\n\t    Altitude type ');
  out.text(altitudeNames.get(altitude) ?? 'unknown');
  out.text(' (');
  out.decimal(altitude);
  out.text(')\n\t    Altitude resolution ');
  out.decimal((view.u16(at + 10) >>> 6) & 0x3f);
  out.text(', altitude value 0x');
  out.hex(view.u32(at + 11) & 0x3fffffff);
  const datum = view.u8(at + 15);
  out.text('\n\t    Datum ');
  out.text(datumNames.get(datum) ?? 'unknown');
  out.text(' (0x');
  out.hex8(datum);
  out.char(0x29);
}

function angle(context: PrintContext, resolution: string, value: string, at: number): void {
  const { out, view } = context;
  const first = view.u8(at);
  out.text(resolution);
  out.decimal(first >>> 2);
  out.text(value);
  out.decimal((first & 3) * 0x1_0000_0000 + view.u32(at + 1));
}

/** The length at `at` counts from the country on, so what it is of is one byte more. */
function civic(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  const length = view.u8(at);
  if (length < civicHeaderLength || size < 2 + length) return;
  const what = view.u8(at + 1);
  out.text('\n\t    LCI length ');
  out.decimal(length);
  out.text(', LCI what ');
  out.text(whatNames[what] ?? 'unknown');
  out.text(' (0x');
  out.hex8(what);
  out.text('), Country-code ');
  paddedText(context, at + 2, 2);
  let from = at + 4;
  let left = length - civicHeaderLength;
  while (left >= 2) {
    const type = view.u8(from);
    const count = view.u8(from + 1);
    from += 2;
    left -= 2;
    out.text("\n\t      CA type '");
    out.text(elementNames.get(type) ?? 'unknown');
    out.text("' (");
    out.decimal(type);
    out.text('), length ');
    out.decimal(count);
    out.text(': ');
    if (type === 0 || count === 0 || left < count) return;
    paddedText(context, from, count);
    from += count;
    left -= count;
  }
}

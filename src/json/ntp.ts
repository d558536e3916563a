/** Network Time Protocol (RFC 5905); times as seconds since 1970. */
import { NtpLayer, NtpTime, ntpLargestTimeMode } from '../decode/ntp';
import type { JsonContext } from './context';

const layer = new NtpLayer();
const time = new NtpTime();
const shortUnit = 65536;
/** From this stratum on the reference is another server's address, before it are four letters. */
const firstAddressStratum = 2;

export function writeNtp(context: JsonContext, at: number): void {
  const { json, view } = context;
  json.beginLayer('ntp');
  layer.decodeMode(view, at);
  json.number('leap', layer.leap);
  json.number('version', layer.version);
  json.number('mode', layer.mode);
  if (layer.mode <= ntpLargestTimeMode) timeFields(context, at);
  json.endLayer();
}

function timeFields(context: JsonContext, at: number): void {
  const { json, view } = context;
  layer.decode(view, at);
  json.number('stratum', layer.stratum);
  json.signed('poll', layer.poll);
  json.signed('precision', layer.precision);
  json.fraction('root_delay', layer.rootDelay / shortUnit);
  json.fraction('root_dispersion', layer.rootDispersion / shortUnit);
  if (layer.stratum >= firstAddressStratum) json.ipv4('reference_id', view, layer.referenceIdAt);
  else json.text('reference_id', view, layer.referenceIdAt, letters(context));
  stamp(context, 'reference_time', layer.referenceAt);
  stamp(context, 'origin_time', layer.originAt);
  stamp(context, 'receive_time', layer.receiveAt);
  stamp(context, 'transmit_time', layer.transmitAt);
}

/** How many of the four letters are there; zero bytes follow a shorter name. */
function letters({ view }: JsonContext): number {
  let count = 0;
  while (count < 4 && view.u8(layer.referenceIdAt + count) !== 0) count++;
  return count;
}

/** Left out where the field says that there is no time. */
function stamp({ json, view }: JsonContext, name: string, at: number): void {
  time.decode(view, at);
  if (time.isSet) json.time(name, time.seconds, time.nanoseconds);
}

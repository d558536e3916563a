/** Wireless LAN frames (IEEE 802.11-2016, 9.2): type, flags and addresses; unprotected data goes on with LLC. */
import { DataSubtype, FrameType, receiverAt, transmitterAt, WlanLayer } from '../decode/wlan';
import type { JsonContext } from './context';
import { writeLlc } from './llc';

const layer = new WlanLayer();
const radiotapMinimum = 8;

export function writeWlan(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('ieee80211');
  layer.decode(view, at);
  const { headerLength } = layer;
  json.number('type', layer.type);
  json.number('subtype', layer.subtype);
  json.boolean('to_ds', layer.toDistribution);
  json.boolean('from_ds', layer.fromDistribution);
  json.boolean('retry', layer.retry);
  json.boolean('protected', layer.protectedFrame);
  if (headerLength > 0) {
    view.need(at, headerLength);
    json.mac('receiver', view, at + receiverAt);
    if (headerLength >= transmitterAt + 6) json.mac('transmitter', view, at + transmitterAt);
    if (layer.type !== FrameType.control) {
      json.mac('source', view, layer.sourceAt);
      json.mac('destination', view, layer.destinationAt);
    }
  }
  json.endLayer();
  context.linkLength += headerLength;
  const carriesData = layer.type === FrameType.data && (layer.subtype & DataSubtype.noData) === 0;
  if (carriesData && !layer.protectedFrame) context.next(writeLlc, at + headerLength, length - headerLength);
}

/** The receiver's notes (https://www.radiotap.org) come before the frame; their own length says how long they are. */
export function writeRadiotap(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('radiotap');
  const headerLength = view.u16LE(at + 2);
  json.number('length', headerLength);
  if (headerLength < radiotapMinimum) json.yes('malformed');
  json.endLayer();
  context.linkLength = headerLength;
  if (headerLength >= radiotapMinimum) context.next(writeWlan, at + headerLength, length - headerLength);
}

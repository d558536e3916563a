/** Headers of older drivers before a wireless LAN frame: AVS (linux-wlan-ng "capture frame", version 1 and 2) and Prism II. */
import type { PrintContext } from '../context';
import { printWlan } from './wlan';

/** Cookie of the AVS header's versions, found in frames of the Prism link type too. */
const avsVersions = [0x80211001, 0x80211002];
const avsLeastLength = 8;
const prismLength = 144;

export function printAvsLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  const { view } = context;
  context.protocol = '802.11_radio_avs';
  const captured = view.available(at);
  const size = captured < avsLeastLength ? 0 : view.u32(at + 4);
  if (size < avsLeastLength || captured < size) {
    context.truncated();
    context.headerLength = captured;
    return;
  }
  context.headerLength = size + printWlan(context, at + size, length - size, 0, false);
}

export function printPrismLink(context: PrintContext, at: number, caplen: number, length: number): void {
  const { view } = context;
  context.protocol = 'prism';
  if (view.has(at, 4) && avsVersions.includes(view.u32(at))) {
    printAvsLink(context, at, caplen, length);
    return;
  }
  if (!view.has(at, prismLength)) {
    context.truncated();
    context.headerLength = view.available(at);
    return;
  }
  context.headerLength = prismLength + printWlan(context, at + prismLength, length - prismLength, 0, false);
}

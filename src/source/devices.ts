// Several devices in one source: `eth0^eth1:fanout=hash`, as libpcap's fan-out extension writes them.
import { SourceError } from './error';

const separator = '^';

/**
 * The sources that a text with several devices stands for, each with all the options; the text itself where it names
 * one device, or is no interface at all.
 * @throws SourceError where a device is missing
 */
export function splitDevices(text: string): string[] {
  const prefix = /^af_packet::/.exec(text)?.[0] ?? '';
  if (prefix === '' && text.includes('::')) return [text];
  const parts = text.slice(prefix.length).split(separator);
  // A sign behind the first option belongs to a value. A virtual device's number is part of its name.
  const isDevice = (part: string) => /^[^:]*(:\d+)?$/.test(part);
  const count = 1 + parts.findIndex((part) => !isDevice(part));
  const devices = parts.slice(0, count === 0 ? parts.length : count);
  if (devices.length === 1) return [text];
  const [last, options] = splitOptions(devices[devices.length - 1]);
  const names = [...devices.slice(0, -1), last];
  const rest = [options, ...parts.slice(devices.length)].join(separator);
  const missing = names.indexOf('');
  if (missing >= 0) {
    const position = prefix.length + names.slice(0, missing).join(separator).length + (missing > 0 ? 1 : 0);
    throw new SourceError('ESOURCE_INTERFACE', text, position, 'missing device beside ^', 'write eth0^eth1');
  }
  return names.map((name) => prefix + name + rest);
}

/** A device's name, and the options behind it. */
function splitOptions(part: string): [name: string, options: string] {
  const name = /^[^:]*(:\d+(?=:|$))?/.exec(part)?.[0] ?? part;
  return [name, part.slice(name.length)];
}

// Sink URIs: `backend::target[:option]*`. Whatever has no such beginning is the path of a savefile.
import type { Backend, SourceText } from '../source/backend';
import type { SourceErrorCode } from '../source/error';
import { printable, quote } from '../source/quote';
import { didYouMean } from '../source/suggest';
import { formatUri, parseOptions } from '../source/uri';
import { type AfPacketSink, afPacketSink } from './af-packet';
import { SinkError, type SinkErrorCode } from './error';
import { type TcpConnectSink, type TcpSink, tcpConnectSink, tcpSink } from './tcp';
import { type UdpSink, udpSink } from './udp';

/** A sink as its URI says it: options that the URI does not name are absent. */
export type Sink = UdpSink | AfPacketSink | TcpSink | TcpConnectSink;

/** Every kind of sink but the savefile, by its name. */
export const sinks = { udp: udpSink, af_packet: afPacketSink, tcp: tcpSink, 'tcp+connect': tcpConnectSink } as const;
export type SinkName = keyof typeof sinks;

const beginning = /^([a-z0-9_+]*)::/i;

/** Whether -w means a sink by this text and not a file. */
export function isSinkUri(text: string): boolean {
  return beginning.test(text);
}

/** Reads a sink URI. @throws SinkError that names the character and the fix */
export function parseSink(text: string): Sink {
  const sink: SourceText = {
    text,
    fail(code, position, reason, hint) {
      throw new SinkError(sinkCode(code), text, position, reason, printable(hint));
    },
  };
  const [prefix, name] = beginning.exec(text) ?? ['', ''];
  if (!Object.hasOwn(sinks, name)) failBackend(sink, name);
  const backend: Backend<unknown> = sinks[name as SinkName];
  const { target, end } = backend.parseTarget(sink, prefix.length);
  const options = parseOptions(sink, backend, end);
  return { backend: backend.name, ...(target as object), options } as Sink;
}

function sinkCode(code: SourceErrorCode): SinkErrorCode {
  return code.replace('ESOURCE', 'ESINK') as SinkErrorCode;
}

function failBackend(sink: SourceText, name: string): never {
  const file = `for a file of that name write ./${sink.text}`;
  const hint = name === '' ? `known: ${Object.keys(sinks).join(', ')}` : didYouMean(name, Object.keys(sinks));
  sink.fail('ESOURCE_BACKEND', 0, `unknown sink type ${quote(name)}`, `${hint}; ${file}`);
}

/** The canonical URI of a sink: parseSink(formatSink(sink)) equals sink. */
export function formatSink(sink: Sink): string {
  return formatUri(sinks[sink.backend] as Backend<unknown>, sink, sink.options);
}

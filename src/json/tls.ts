/** Transport Layer Security (RFC 8446): the first record of a segment, and a ClientHello's server name and protocols. */
import { ClientHello, TlsContent, TlsHandshake, TlsRecord, tlsRecordHeaderLength } from '../decode/tls';
import type { JsonContext } from './context';
import { element } from './writer';

const record = new TlsRecord();
const hello = new ClientHello();
const handshakeHeaderLength = 4;

/** Segments that begin inside a record are left alone. */
export function writeTls(context: JsonContext, at: number): void {
  const { json, view } = context;
  if (!view.has(at, tlsRecordHeaderLength) || !record.decode(view, at)) return;
  json.beginLayer('tls');
  json.number('content_type', record.contentType);
  json.number('version', record.version);
  json.number('length', record.length);
  if (record.contentType === TlsContent.handshake) handshake(context, at + tlsRecordHeaderLength);
  json.endLayer();
}

function handshake(context: JsonContext, at: number): void {
  const { json, view } = context;
  const type = view.u8(at);
  // What an encrypted handshake begins with says nothing.
  if (type !== TlsHandshake.clientHello || view.u8(at + 1) !== 0) return;
  json.beginObject('client_hello');
  hello.decode(view, at + handshakeHeaderLength);
  json.number('version', hello.version);
  if (hello.serverNameAt >= 0) json.text('server_name', view, hello.serverNameAt, hello.serverNameLength);
  if (hello.protocolsAt >= 0) protocols(context);
  json.endObject();
}

function protocols({ json, view }: JsonContext): void {
  const end = hello.protocolsAt + hello.protocolsLength;
  json.beginArray('alpn');
  let from = hello.protocolsAt;
  while (from < end) {
    const size = view.u8(from);
    if (from + 1 + size > end) break;
    json.text(element, view, from + 1, size);
    from += 1 + size;
  }
  json.endArray();
}

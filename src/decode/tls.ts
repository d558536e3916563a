/** Transport Layer Security: record header (RFC 8446, 5.1), ClientHello (4.1.2), server name (RFC 6066, 3), ALPN (RFC 7301). */
import { type ByteView, TRUNCATED } from './view';

export const tlsRecordHeaderLength = 5;

export const TlsContent = { changeCipherSpec: 20, alert: 21, handshake: 22, applicationData: 23 } as const;
export const TlsHandshake = { clientHello: 1 } as const;
const Extension = { serverName: 0, applicationProtocols: 16 } as const;
const hostName = 0;
const majorVersion = 3;
const largestMinorVersion = 4;
/** Version and random, between the handshake's header and the session identifier. */
const helloFixedLength = 34;

export class TlsRecord {
  contentType = 0;
  version = 0;
  length = 0;

  /** false: this is no TLS record, nothing was decoded. */
  decode(view: ByteView, at: number): boolean {
    this.contentType = view.u8(at);
    this.version = view.u16(at + 1);
    this.length = view.u16(at + 3);
    const isKnown = this.contentType >= TlsContent.changeCipherSpec && this.contentType <= TlsContent.applicationData;
    return isKnown && this.version >>> 8 === majorVersion && (this.version & 0xff) <= largestMinorVersion;
  }
}

/** What a ClientHello says of itself. An `At` of -1: it has no such extension. */
export class ClientHello {
  version = 0;
  serverNameAt = -1;
  serverNameLength = 0;
  /** A list of names, each after a byte with its length. */
  protocolsAt = -1;
  protocolsLength = 0;

  /** `at`: after the handshake's type and 24-bit length. Throws where it is cut before the end of its extensions. */
  decode(view: ByteView, at: number): void {
    this.serverNameAt = -1;
    this.protocolsAt = -1;
    this.version = view.u16(at);
    let from = at + helloFixedLength;
    from += 1 + view.u8(from);
    from += 2 + view.u16(from);
    from += 1 + view.u8(from);
    const end = from + 2 + view.u16(from);
    from += 2;
    while (from + 4 <= end) {
      const length = view.u16(from + 2);
      this.extension(view, view.u16(from), from + 4, length);
      from += 4 + length;
    }
  }

  private extension(view: ByteView, type: number, at: number, length: number): void {
    if (type === Extension.serverName && length > 5 && view.u8(at + 2) === hostName) {
      const size = view.u16(at + 3);
      if (size > length - 5) throw TRUNCATED;
      view.need(at + 5, size);
      this.serverNameAt = at + 5;
      this.serverNameLength = size;
    } else if (type === Extension.applicationProtocols && length > 2) {
      view.need(at, length);
      this.protocolsAt = at + 2;
      this.protocolsLength = length - 2;
    }
  }
}

/** HTTP (RFC 9112), and SIP (RFC 3261) and RTSP (RFC 2326), whose messages are made alike: the first line. */
import type { ByteView } from './view';

const LF = 0x0a;
const CR = 0x0d;
const space = 0x20;
/** Longer than any registered method. */
const longestMethod = 24;
/** A digit, a dot, a digit. */
const versionNumberLength = 3;
const statusLength = 3;

export class HttpStart {
  isResponse = false;
  methodAt = 0;
  methodLength = 0;
  targetAt = 0;
  targetLength = 0;
  /** Of the two numbers behind the protocol's name. */
  versionAt = 0;
  status = 0;
  reasonAt = 0;
  reasonLength = 0;
  /** Where the fields begin. */
  next = 0;
  private readonly protocol: readonly number[];
  /** Of the protocol's name and number. */
  private readonly versionLength: number;

  /** `protocol`: its name as it stands in the first line, with the slash. */
  constructor(protocol: 'HTTP/' | 'SIP/' | 'RTSP/') {
    this.protocol = [...protocol].map((letter) => letter.charCodeAt(0));
    this.versionLength = protocol.length + versionNumberLength;
  }

  /** false: no message begins here. Throws where its first line is not all captured; `end` is that on the wire. */
  decode(view: ByteView, at: number, end: number): boolean {
    this.isResponse = this.isVersion(view, at, end);
    if (this.isResponse) return this.response(view, at, end);
    const method = methodLength(view, at, end);
    return method > 0 && this.request(view, at, at + method, end);
  }

  private request(view: ByteView, at: number, methodEnd: number, end: number): boolean {
    const lineEnd = this.line(view, methodEnd, end);
    const versionStart = lineEnd - this.versionLength;
    if (lineEnd < 0 || versionStart <= methodEnd + 1 || !this.isVersion(view, versionStart, end)) return false;
    if (view.u8(versionStart - 1) !== space) return false;
    this.methodAt = at;
    this.methodLength = methodEnd - at;
    this.targetAt = methodEnd + 1;
    this.targetLength = versionStart - 1 - this.targetAt;
    this.versionAt = versionStart + this.protocol.length;
    return true;
  }

  private response(view: ByteView, at: number, end: number): boolean {
    const lineEnd = this.line(view, at, end);
    const statusAt = at + this.versionLength + 1;
    if (lineEnd < statusAt + statusLength || view.u8(statusAt - 1) !== space) return false;
    this.status = 0;
    for (let i = 0; i < statusLength; i++) {
      const digit = view.u8(statusAt + i) - 0x30;
      if (digit < 0 || digit > 9) return false;
      this.status = this.status * 10 + digit;
    }
    this.versionAt = at + this.protocol.length;
    this.reasonAt = Math.min(statusAt + statusLength + 1, lineEnd);
    this.reasonLength = lineEnd - this.reasonAt;
    return true;
  }

  private isVersion(view: ByteView, at: number, end: number): boolean {
    if (at + this.versionLength > end || !view.has(at, this.versionLength)) return false;
    return this.protocol.every((letter, index) => view.bytes[at + index] === letter);
  }

  private line(view: ByteView, at: number, end: number): number {
    const lineEnd = httpLineEnd(view, at, end);
    if (lineEnd >= 0) this.next = afterHttpLine(view, lineEnd);
    return lineEnd;
  }
}

/** Where the line at `at` ends, its line break left out; -1: not before `end`. Throws where that is not captured. */
export function httpLineEnd(view: ByteView, at: number, end: number): number {
  const stop = Math.min(end, view.end);
  const found = view.bytes.subarray(at, stop).indexOf(LF);
  if (found < 0) {
    if (stop < end) view.need(stop, 1);
    return -1;
  }
  const lineFeed = at + found;
  return found > 0 && view.bytes[lineFeed - 1] === CR ? lineFeed - 1 : lineFeed;
}

/** Where the next line starts, behind one that ends at `lineEnd`. */
export function afterHttpLine(view: ByteView, lineEnd: number): number {
  return lineEnd + (view.u8(lineEnd) === CR ? 2 : 1);
}

/** Bytes of a method with a space behind it; 0: there is none. Methods are upper case but for private ones. */
function methodLength(view: ByteView, at: number, end: number): number {
  const stop = Math.min(end, view.end, at + longestMethod);
  for (let i = at; i < stop; i++) {
    const byte = view.bytes[i];
    if (byte === space) return i - at;
    const isLetter = byte >= 0x41 && byte <= 0x5a;
    if (!isLetter && byte !== 0x2d && byte !== 0x5f) return 0;
  }
  return 0;
}

/** Syslog (RFC 3164, 4.1.1; RFC 5424, 6.2.1): facility and severity, in decimal between angle brackets. */
import type { ByteView } from './view';

const opening = 0x3c;
const closing = 0x3e;
const mostDigits = 3;

export class SyslogPriority {
  facility = 0;
  /** 0 emergency to 7 debug. */
  severity = 0;
  /** Where the message begins. */
  next = 0;

  /** false: there is none before `end`. */
  decode(view: ByteView, at: number, end: number): boolean {
    if (view.u8(at) !== opening) return false;
    let priority = 0;
    for (let i = 1; i <= mostDigits + 1 && at + i < end; i++) {
      const byte = view.u8(at + i);
      if (byte === closing && i > 1) {
        this.facility = priority >>> 3;
        this.severity = priority & 7;
        this.next = at + i + 1;
        return true;
      }
      if (byte < 0x30 || byte > 0x39) return false;
      priority = priority * 10 + byte - 0x30;
    }
    return false;
  }
}

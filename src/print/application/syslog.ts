/** Syslog (RFC 3164): facility and severity; the words at -v. */
import type { PrintContext } from '../context';

const severities = ['emergency', 'alert', 'critical', 'error', 'warning', 'notice', 'info', 'debug'];
const facilities = [
  ...['kernel', 'user', 'mail', 'daemon', 'auth', 'syslog', 'lpr', 'news', 'uucp', 'cron', 'authpriv', 'ftp'],
  ...['ntp', 'security', 'console', 'cron', 'local0', 'local1', 'local2', 'local3', 'local4', 'local5', 'local6'],
  'local7',
];
const longestPriority = 4;

export function printSyslog(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'syslog';
  let priority = 0;
  let digits = 0;
  const opened = view.u8(at) === 0x3c;
  if (opened) {
    for (let i = 1; i <= longestPriority; i++) {
      const byte = view.u8(at + i);
      if (byte === 0x3e) {
        digits = i;
        break;
      }
      if (byte < 0x30 || byte > 0x39) break;
      priority = priority * 10 + byte - 0x30;
    }
  }
  if (digits === 0) {
    context.invalid();
    return;
  }
  const severity = priority & 7;
  const facility = priority >>> 3;
  if (context.verbose === 0) {
    out.text('SYSLOG ');
    facilityName(context, facility);
    out.char(0x2e);
    out.text(severities[severity]);
    out.text(', length: ');
    out.decimal(length);
    return;
  }
  out.text('SYSLOG, length: ');
  out.decimal(length);
  out.text('\n\tFacility ');
  facilityName(context, facility);
  out.text(' (');
  out.decimal(facility);
  out.text('), Severity ');
  out.text(severities[severity]);
  out.text(' (');
  out.decimal(severity);
  out.text(')\n\tMsg: ');
  out.reserve(4 * length);
  for (let i = digits + 1; i < length; i++) out.caret(view.u8(at + i));
  if (context.verbose > 1) context.dumpPart('\n\t', at, length);
}

function facilityName(context: PrintContext, facility: number): void {
  const { out } = context;
  const name = facilities[facility];
  out.text(name ?? 'unknown');
  if (name !== undefined) return;
  out.text(' (');
  out.decimal(facility);
  out.char(0x29);
}

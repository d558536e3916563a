/** Syslog (RFC 3164, 5424). */
import { SyslogPriority } from '../decode/syslog';
import type { JsonContext } from './context';

const priority = new SyslogPriority();

/** A message may lack its priority (RFC 3164, 4.3.3). */
export function writeSyslog(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('syslog');
  let from = at;
  if (priority.decode(view, at, at + length)) {
    json.number('facility', priority.facility);
    json.number('severity', priority.severity);
    from = priority.next;
  }
  json.text('message', view, from, at + length - from);
  json.endLayer();
}

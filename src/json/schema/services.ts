/** Services of a LAN. */
import type { LayerMarks, PacketText } from './layer';

/** RFC 3164, 5424; facility and severity are missing where the message has no priority. */
export interface SyslogJson extends LayerMarks {
  layer: 'syslog';
  /** 0 kernel, 1 user, 2 mail, 3 daemons, 4 and 10 authentication, 16 to 23 local. */
  facility?: number;
  /** 0 emergency, 1 alert, 2 critical, 3 error, 4 warning, 5 notice, 6 info, 7 debug. */
  severity?: number;
  message: PacketText;
}

/** RFC 1350, 2347; packets of port 69. */
export interface TftpJson extends LayerMarks {
  layer: 'tftp';
  /** 1 read, 2 write, 3 data, 4 acknowledgement, 5 error, 6 options. */
  opcode: number;
  file?: PacketText;
  mode?: PacketText;
  options?: TftpOptionJson[];
  block?: number;
  /** Bytes. */
  data_length?: number;
  error_code?: number;
  error_message?: PacketText;
}

export interface TftpOptionJson {
  name?: PacketText;
  value?: PacketText;
}

/** Names that several messages of OpenFlow 1.0.0 share, and the names of its errors (5.4.4). */
import { type NameTable, names } from '../text/names';
import { bitmapOf, namesFrom0 } from './openflow-text';

export const Port = { controller: 0xfffd } as const;
export const portNames = names(() => ({
  0xff00: 'MAX',
  0xfff8: 'IN_PORT',
  0xfff9: 'TABLE',
  0xfffa: 'NORMAL',
  0xfffb: 'FLOOD',
  0xfffc: 'ALL',
  [Port.controller]: 'CONTROLLER',
  0xfffe: 'LOCAL',
  0xffff: 'NONE',
}));
export const tableNames = names(() => ({ 0xfe: 'EMERG', 0xff: 'ALL' }));
export const queueNames = names(() => ({ 0xffffffff: 'ALL' }));
export const bufferNames = names(() => ({ 0xffffffff: 'NONE' }));

export const portConfig = bitmapOf(
  ...['PORT_DOWN', 'NO_STP', 'NO_RECV', 'NO_RECV_STP', 'NO_FLOOD', 'NO_FWD', 'NO_PACKET_IN'],
);
export const portFeatures = bitmapOf(
  ...['10MB_HD', '10MB_FD', '100MB_HD', '100MB_FD', '1GB_HD', '1GB_FD', '10GB_FD'],
  ...['COPPER', 'FIBER', 'AUTONEG', 'PAUSE', 'PAUSE_ASYM'],
);

export const actionBits = [
  ...['OUTPUT', 'SET_VLAN_VID', 'SET_VLAN_PCP', 'STRIP_VLAN', 'SET_DL_SRC', 'SET_DL_DST', 'SET_NW_SRC'],
  ...['SET_NW_DST', 'SET_NW_TOS', 'SET_TP_SRC', 'SET_TP_DST', 'ENQUEUE'],
];
export const actionNames = names(() => ({ ...actionBits, 0xffff: 'VENDOR' }));

export const errorNames = namesFrom0(
  ...['HELLO_FAILED', 'BAD_REQUEST', 'BAD_ACTION', 'FLOW_MOD_FAILED', 'PORT_MOD_FAILED', 'QUEUE_OP_FAILED'],
);
/** By type of the error. */
export const errorCodeNames: readonly NameTable[] = [
  namesFrom0('INCOMPATIBLE', 'EPERM'),
  namesFrom0(
    ...['BAD_VERSION', 'BAD_TYPE', 'BAD_STAT', 'BAD_VENDOR', 'BAD_SUBTYPE', 'EPERM', 'BAD_LEN'],
    ...['BUFFER_EMPTY', 'BUFFER_UNKNOWN'],
  ),
  namesFrom0(
    ...['BAD_TYPE', 'BAD_LEN', 'BAD_VENDOR', 'BAD_VENDOR_TYPE', 'BAD_OUT_PORT', 'BAD_ARGUMENT', 'EPERM'],
    ...['TOO_MANY', 'BAD_QUEUE'],
  ),
  namesFrom0('ALL_TABLES_FULL', 'OVERLAP', 'EPERM', 'BAD_EMERG_TIMEOUT', 'BAD_COMMAND', 'UNSUPPORTED'),
  namesFrom0('BAD_PORT', 'BAD_HW_ADDR'),
  namesFrom0('BAD_PORT', 'BAD_QUEUE', 'EPERM'),
];

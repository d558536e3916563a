/** Names of OpenFlow 1.3.4: ports (7.2.1) and errors (7.4.4). */
import { type NameTable, names } from '../text/names';
import { bitmapOf, namesFrom0 } from './openflow-text';

export const portNames = names(() => ({
  0xffffff00: 'MAX',
  0xfffffff8: 'IN_PORT',
  0xfffffff9: 'TABLE',
  0xfffffffa: 'NORMAL',
  0xfffffffb: 'FLOOD',
  0xfffffffc: 'ALL',
  0xfffffffd: 'CONTROLLER',
  0xfffffffe: 'LOCAL',
  0xffffffff: 'ANY',
}));
export const portConfig = bitmapOf(
  ...['PORT_DOWN', undefined, 'NO_RECV', undefined, undefined, 'NO_FWD', 'NO_PACKET_IN'],
);
export const portState = bitmapOf('LINK_DOWN', 'BLOCKED', 'LIVE');
export const portFeatures = bitmapOf(
  ...['10MB_HD', '10MB_FD', '100MB_HD', '100MB_FD', '1GB_HD', '1GB_FD', '10GB_FD', '40GB_FD', '100GB_FD', '1TB_FD'],
  ...['OTHER', 'COPPER', 'FIBER', 'AUTONEG', 'PAUSE', 'PAUSE_ASYM'],
);

export const errorNames = names(() => ({
  ...[
    ...['HELLO_FAILED', 'BAD_REQUEST', 'BAD_ACTION', 'BAD_INSTRUCTION', 'BAD_MATCH', 'FLOW_MOD_FAILED'],
    ...['GROUP_MOD_FAILED', 'PORT_MOD_FAILED', 'TABLE_MOD_FAILED', 'QUEUE_OP_FAILED', 'SWITCH_CONFIG_FAILED'],
    ...['ROLE_REQUEST_FAILED', 'METER_MOD_FAILED', 'TABLE_FEATURES_FAILED'],
  ],
  0xffff: 'EXPERIMENTER',
}));
/** By type of the error; an experimenter's has no codes. */
export const errorCodeNames: readonly NameTable[] = [
  namesFrom0('INCOMPATIBLE', 'EPERM'),
  namesFrom0(
    ...['BAD_VERSION', 'BAD_TYPE', 'BAD_MULTIPART', 'BAD_EXPERIMENTER', 'BAD_EXP_TYPE', 'EPERM', 'BAD_LEN'],
    ...['BUFFER_EMPTY', 'BUFFER_UNKNOWN', 'BAD_TABLE_ID', 'IS_SLAVE', 'BAD_PORT', 'BAD_PACKET'],
    'MULTIPART_BUFFER_OVERFLOW',
  ),
  namesFrom0(
    ...['BAD_TYPE', 'BAD_LEN', 'BAD_EXPERIMENTER', 'BAD_EXP_TYPE', 'BAD_OUT_PORT', 'BAD_ARGUMENT', 'EPERM'],
    ...['TOO_MANY', 'BAD_QUEUE', 'BAD_OUT_GROUP', 'MATCH_INCONSISTENT', 'UNSUPPORTED_ORDER', 'BAD_TAG'],
    ...['BAD_SET_TYPE', 'BAD_SET_LEN', 'BAD_SET_ARGUMENT'],
  ),
  namesFrom0(
    ...['UNKNOWN_INST', 'UNSUP_INST', 'BAD_TABLE_ID', 'UNSUP_METADATA', 'UNSUP_METADATA_MASK', 'BAD_EXPERIMENTER'],
    ...['BAD_EXP_TYPE', 'BAD_LEN', 'EPERM'],
  ),
  namesFrom0(
    ...['BAD_TYPE', 'BAD_LEN', 'BAD_TAG', 'BAD_DL_ADDR_MASK', 'BAD_NW_ADDR_MASK', 'BAD_WILDCARDS', 'BAD_FIELD'],
    ...['BAD_VALUE', 'BAD_MASK', 'BAD_PREREQ', 'DUP_FIELD', 'EPERM'],
  ),
  namesFrom0(
    ...['UNKNOWN', 'TABLE_FULL', 'BAD_TABLE_ID', 'OVERLAP', 'EPERM', 'BAD_TIMEOUT', 'BAD_COMMAND', 'BAD_FLAGS'],
  ),
  namesFrom0(
    ...['GROUP_EXISTS', 'INVALID_GROUP', 'WEIGHT_UNSUPPORTED', 'OUT_OF_GROUPS', 'OUT_OF_BUCKETS'],
    ...['CHAINING_UNSUPPORTED', 'WATCH_UNSUPPORTED', 'LOOP', 'UNKNOWN_GROUP', 'CHAINED_GROUP', 'BAD_TYPE'],
    ...['BAD_COMMAND', 'BAD_BUCKET', 'BAD_MATCH', 'EPERM'],
  ),
  namesFrom0('BAD_PORT', 'BAD_HW_ADDR', 'BAD_CONFIG', 'BAD_ADVERTISE', 'EPERM'),
  namesFrom0('BAD_TABLE', 'BAD_CONFIG', 'EPERM'),
  namesFrom0('BAD_PORT', 'BAD_QUEUE', 'EPERM'),
  namesFrom0('BAD_FLAGS', 'BAD_LEN', 'EPERM'),
  namesFrom0('STALE', 'UNSUP', 'BAD_ROLE'),
  namesFrom0(
    ...['UNKNOWN', 'METER_EXISTS', 'INVALID_METER', 'UNKNOWN_METER', 'BAD_COMMAND', 'BAD_FLAGS', 'BAD_RATE'],
    ...['BAD_BURST', 'BAD_BAND', 'BAD_BAND_VALUE', 'OUT_OF_METERS', 'OUT_OF_BANDS'],
  ),
  namesFrom0('BAD_TABLE', 'BAD_METADATA', 'BAD_TYPE', 'BAD_LEN', 'BAD_ARGUMENT', 'EPERM'),
];

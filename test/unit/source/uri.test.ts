import { describe, expect, test } from 'vitest';
import { SourceError, type SourceErrorCode } from '../../../src/source/error';
import { formatSource, parseSource } from '../../../src/source/uri';

/** What is said of a source that is refused. */
function refusal(text: string) {
  try {
    parseSource(text);
  } catch (error) {
    if (error instanceof SourceError) {
      const { code, message, position, hint } = error;
      return { code, message, position, hint };
    }
    throw error;
  }
  throw new Error(`${text} was accepted`);
}

describe('sources that are accepted', () => {
  const rows: [text: string, canonical: string][] = [
    ['eth0', 'af_packet::eth0'],
    ['af_packet::eth0', 'af_packet::eth0'],
    ['br-0a1b2c3d4e5f', 'af_packet::br-0a1b2c3d4e5f'],
    ['capture.pcap', 'af_packet::capture.pcap'],
    ['eth0:fanout=hash', 'af_packet::eth0:fanout_mode=hash'],
    ['eth0:fanout=INNER', 'af_packet::eth0:fanout_mode=inner'],
    ['eth0:fanout=CBPF=/tmp/By.Port', 'af_packet::eth0:fanout_mode=cbpf=/tmp/By.Port'],
    ['eth0:decap=SKIP=12:decap_other=drop', 'af_packet::eth0:decap=skip=12:decap_other=drop'],
    ['eth0:decap=VXLAN+gue', 'af_packet::eth0:decap=vxlan+gue'],
    ['eth0:FANOUT=QM', 'af_packet::eth0:fanout_mode=qm'],
    ['eth0:fanout_mode=FANOUT_LB', 'af_packet::eth0:fanout_mode=lb'],
    ['eth0:fanout_id=auto:fanout=rnd', 'af_packet::eth0:fanout_mode=rnd:fanout_id=auto'],
    ['eth0:fanout_id=0:defrag:rollover', 'af_packet::eth0:fanout_id=0:enable_defrag:rollover'],
    ['eth0:enable_fanout=T:enable_defrag=true', 'af_packet::eth0:enable_fanout:enable_defrag'],
    ['eth0:promiscuous=off:ignore_outgoing', 'af_packet::eth0:ignore_outgoing:promiscuous=F'],
    ['eth0:buffer_size=134217728:block_size=65536', 'af_packet::eth0:buffer_size=128M:block_size=64k'],
    ['eth0:buffer_size=64MiB', 'af_packet::eth0:buffer_size=64M'],
    ['eth0:block_timeout=10', 'af_packet::eth0:block_timeout=10msec'],
    ['eth0:block_timeout=0.01sec', 'af_packet::eth0:block_timeout=10msec'],
    ['eth0:block_timeout=20000usec', 'af_packet::eth0:block_timeout=20msec'],
    ['eth0:link_type=12', 'af_packet::eth0:link_type=raw'],
    ['eth0:link_type=DLT_EN10MB', 'af_packet::eth0:link_type=en10mb'],
    ['eth0:link_type=147', 'af_packet::eth0:link_type=147'],
    ['eth0:checksum_validation_mode=CHECKSUM_KERNEL', 'af_packet::eth0:checksum_validation_mode=kernel'],
    ['eth0:enable_hw_timestamping', 'af_packet::eth0:enable_hw_timestamping'],
    ['udp::0.0.0.0:4789', 'udp::0.0.0.0:4789'],
    ['udp::127.0.0.1:1', 'udp::127.0.0.1:1'],
    ['udp::127.0.0.1:65535:vxlan', 'udp::127.0.0.1:65535:vxlan'],
    ['udp::[::]:6081:geneve', 'udp::[::]:6081:geneve'],
    ['udp::[0:0:0:0:0:0:0:1]:6081', 'udp::[::1]:6081'],
    ['udp::[2001:DB8:0:0:1:0:0:1]:6081', 'udp::[2001:db8::1:0:0:1]:6081'],
    ['udp::[::ffff:10.0.0.1]:6081', 'udp::10.0.0.1:6081'],
    ['udp::127.0.0.1:6081:geneve+vxlan', 'udp::127.0.0.1:6081:geneve+vxlan'],
    ['udp::127.0.0.1:6081:dlt=raw:geneve', 'udp::127.0.0.1:6081:geneve:dlt=raw'],
    ['udp::127.0.0.1:4789:VXLAN', 'udp::127.0.0.1:4789:vxlan'],
    ['udp::127.0.0.1:4789:GENEVE+VXLAN:DLT=PPP', 'udp::127.0.0.1:4789:geneve+vxlan:dlt=ppp'],
    ['udp::127.0.0.1:4789:dlt=EN10MB', 'udp::127.0.0.1:4789:dlt=en10mb'],
    ['udp::127.0.0.1:7932:skip=12', 'udp::127.0.0.1:7932:skip=12'],
    ['udp::127.0.0.1:7932:skip=9216', 'udp::127.0.0.1:7932:skip=9216'],
    ['udp::127.0.0.1:7932:skip=0', 'udp::127.0.0.1:7932:raw'],
    ['udp::127.0.0.1:7932:raw', 'udp::127.0.0.1:7932:raw'],
    ['udp::127.0.0.1:4789:reuseport', 'udp::127.0.0.1:4789:reuseport'],
    ['udp::127.0.0.1:4789:udp_recv_buffer_size=0', 'udp::127.0.0.1:4789:udp_recv_buffer_size=0'],
    ['udp::127.0.0.1:4789:recvmmsg_buffers=64', 'udp::127.0.0.1:4789:recvmmsg_buffers=64'],
    ['udp::127.0.0.1:4789:recvmmsg_buffer_size=9248', 'udp::127.0.0.1:4789:recvmmsg_buffer_size=9248'],
    ['udp::127.0.0.1:4789:implementation=RECVMMSG', 'udp::127.0.0.1:4789:implementation=recvmmsg'],
    ['udp::127.0.0.1:4789:', 'udp::127.0.0.1:4789'],
    ['udp::127.0.0.1:4790:VXLAN-GPE', 'udp::127.0.0.1:4790:vxlan-gpe'],
    ['udp::127.0.0.1:6080:gue:strict', 'udp::127.0.0.1:6080:gue:strict'],
    ['udp::127.0.0.1:4789:vxlan+geneve', 'udp::127.0.0.1:4789:vxlan+geneve'],
    ['udp::127.0.0.1:4789:VXLAN+VXLAN+ERM:inner_port=8472', 'udp::127.0.0.1:4789:vxlan+vxlan+erm:inner_port=8472'],
    ['udp::0.0.0.0:4789,6081:auto', 'udp::0.0.0.0:4789,6081:auto'],
    ['udp::10.0.0.1,[2001:DB8::1],10.0.0.2:4789,8472', 'udp::10.0.0.1,[2001:db8::1],10.0.0.2:4789,8472'],
    ['udp::0.0.0.0:4789:group=239.1.1.1%eth0', 'udp::0.0.0.0:4789:group=239.1.1.1%eth0'],
    [
      'udp::[::]:4789:group=[FF05::1]%eth0,10.0.0.5@232.1.1.1:raw',
      'udp::[::]:4789:raw:group=[ff05::1]%eth0,10.0.0.5@232.1.1.1',
    ],
    [
      'udp::[ff05::1]:4789:group=[2001:db8::1]@[ff05::1]%eth0.7',
      'udp::[ff05::1]:4789:group=[2001:db8::1]@[ff05::1]%eth0.7',
    ],
  ];
  test.each(rows)('%s is %s', (text, canonical) => {
    expect(formatSource(parseSource(text))).toBe(canonical);
  });

  test('an option that is not written is absent from the parsed source', () => {
    expect(parseSource('udp::[::1]:4789:skip=12')).toEqual({
      backend: 'udp',
      addresses: ['::1'],
      ports: [4789],
      options: { encapsulation: { kind: 'skip', bytes: 12 } },
    });
  });
});

describe('UDP sources that are refused', () => {
  const port = 'write a number from 1 to 65535, digits only, no leading zero';
  const udpWords =
    'known: vxlan, vxlan-gpe, geneve, geneve+vxlan, gue, erm, erspan, tzsp, auto, raw, skip=, inner_port, strict, dlt, group, reuseport, fanout, group_size, slot, workers, pin, gro, implementation, busy_poll, udp_recv_buffer_size, recvmmsg_buffers, recvmmsg_buffer_size';
  const groupExample =
    'write group=239.1.1.1%eth0 or group=[ff05::1]%eth0, with SOURCE@ before it for one sender alone';
  const rows: [after: string, character: number, code: SourceErrorCode, reason: string, hint: string][] = [
    ['127.0.0.1', 15, 'ESOURCE_PORT', 'missing port', 'write udp::127.0.0.1:4789'],
    ['[::1]', 11, 'ESOURCE_PORT', 'missing port', 'write udp::[::1]:4789'],
    ['127.0.0.1:', 16, 'ESOURCE_PORT', 'missing port', 'write udp::127.0.0.1:4789'],
    ['[::1]:', 12, 'ESOURCE_PORT', 'missing port', 'write udp::[::1]:4789'],
    ['127.0.0.1:0', 16, 'ESOURCE_PORT', "'0' is not a port", port],
    ['127.0.0.1:65536', 16, 'ESOURCE_PORT', "'65536' is not a port", port],
    ['127.0.0.1:-1', 16, 'ESOURCE_PORT', "'-1' is not a port", port],
    ['127.0.0.1:0x12b5', 16, 'ESOURCE_PORT', "'0x12b5' is not a port", port],
    ['127.0.0.1: 4789', 16, 'ESOURCE_PORT', "' 4789' is not a port", port],
    ['127.0.0.1:+4789', 16, 'ESOURCE_PORT', "'+4789' is not a port", port],
    ['127.0.0.1:04789', 16, 'ESOURCE_PORT', "'04789' is not a port", port],
    ['127.0.0.1:4294972085', 16, 'ESOURCE_PORT', "'4294972085' is not a port", port],
    [
      'localhost:4789',
      6,
      'ESOURCE_ADDRESS',
      "'localhost' is not an IPv4 address",
      'write four numbers, as udp::127.0.0.1:4789; names are not looked up',
    ],
    [
      'eth0:4789',
      6,
      'ESOURCE_ADDRESS',
      "'eth0' is not an IPv4 address",
      'write four numbers, as udp::127.0.0.1:4789; names are not looked up',
    ],
    [
      '*:4789',
      6,
      'ESOURCE_ADDRESS',
      "'*' is not an address",
      'write udp::0.0.0.0:4789 for every IPv4 address, udp::[::]:4789 for IPv6 too',
    ],
    [
      '127.1:4789',
      6,
      'ESOURCE_ADDRESS',
      "'127.1' is not an IPv4 address",
      'write four numbers, as udp::127.0.0.1:4789; names are not looked up',
    ],
    ['::1:4789', 6, 'ESOURCE_ADDRESS', 'an IPv6 address stands in brackets', 'write udp::[::1]:4789'],
    ['fe80::1:4789:raw', 6, 'ESOURCE_ADDRESS', 'an IPv6 address stands in brackets', 'write udp::[fe80::1]:4789:raw'],
    ['2001:db8::ff', 6, 'ESOURCE_ADDRESS', 'an IPv6 address stands in brackets', 'write udp::[2001:db8::ff]:4789'],
    [':4789', 6, 'ESOURCE_ADDRESS', 'missing address', 'write udp::0.0.0.0:4789 for every IPv4 address'],
    ['', 6, 'ESOURCE_ADDRESS', 'missing address', 'write udp::0.0.0.0:4789 for every IPv4 address'],
    ['[127.0.0.1]:4789', 6, 'ESOURCE_ADDRESS', 'brackets are for IPv6 addresses', 'write udp::127.0.0.1:4789'],
    [
      '[fe80::1%eth0]:4789',
      14,
      'ESOURCE_ADDRESS',
      "an address to listen on takes no scope, as '%eth0'",
      'write udp::[::]:4789',
    ],
    ['[::1::2]:4789', 7, 'ESOURCE_ADDRESS', "'::1::2' is not an IPv6 address", 'write udp::[::1]:4789'],
    ['[::1]junk:4789', 11, 'ESOURCE_ADDRESS', "unexpected text after ']'", "write ':' and the port after ']'"],
    ['[::1', 10, 'ESOURCE_ADDRESS', "missing ']' after the IPv6 address", 'write udp::[::1]:4789'],
    [
      '127.0.0.1:4789:vxlan:geneve',
      27,
      'ESOURCE_CONFLICT',
      "'geneve' after 'vxlan': encapsulation is already set",
      'keep one of the two',
    ],
    [
      '127.0.0.1:4789:raw:skip=3',
      25,
      'ESOURCE_CONFLICT',
      "'skip=3' after 'raw': encapsulation is already set",
      'keep one of the two',
    ],
    [
      '127.0.0.1:4789:skip=0:skip=4',
      28,
      'ESOURCE_CONFLICT',
      "'skip=4' after 'skip=0': encapsulation is already set",
      'keep one of the two',
    ],
    [
      '127.0.0.1:4789:dlt=raw:dlt=en10mb',
      29,
      'ESOURCE_CONFLICT',
      "'dlt=en10mb' after 'dlt=raw': dlt is already set",
      'keep one of the two',
    ],
    ['127.0.0.1:4789:dlt=raw:bogus', 29, 'ESOURCE_OPTION', "unknown udp option 'bogus'", udpWords],
    ['127.0.0.1:4789:bogus', 21, 'ESOURCE_OPTION', "unknown udp option 'bogus'", udpWords],
    [
      '127.0.0.1:4789:vxlan+genev',
      21,
      'ESOURCE_VALUE',
      "encapsulation: 'genev' is no tunnel that others are in",
      "did you mean 'geneve'?",
    ],
    ['127.0.0.1:4789:vxlan+', 21, 'ESOURCE_VALUE', 'encapsulation: a tunnel is missing beside +', 'write vxlan+vxlan'],
    [
      '127.0.0.1:4789:gue+gue+gue+gue+gue+gue+gue',
      21,
      'ESOURCE_VALUE',
      'encapsulation: 7 tunnels are in each other',
      'name at most 6',
    ],
    [
      '127.0.0.1,10.0.0.1,127.0.0.1:4789',
      25,
      'ESOURCE_ADDRESS',
      "'127.0.0.1' stands there twice",
      'name each address once',
    ],
    ['127.0.0.1,:4789', 16, 'ESOURCE_ADDRESS', 'missing address', 'write udp::0.0.0.0:4789 for every IPv4 address'],
    ['127.0.0.1:4789,6081,4789', 26, 'ESOURCE_PORT', '4789 stands there twice', 'name each port once'],
    ['127.0.0.1:4789,', 21, 'ESOURCE_PORT', "'' is not a port", port],
    ['127.0.0.1:4789,70000:geneve', 21, 'ESOURCE_PORT', "'70000' is not a port", port],
    [
      '0.0.0.0:4789:group=10.0.0.1',
      25,
      'ESOURCE_VALUE',
      "group: '10.0.0.1' is not the address of a multicast group",
      groupExample,
    ],
    [
      '[::]:4789:group=[ff05::1]%eth0,10.0.0.1@[ff05::2]',
      22,
      'ESOURCE_VALUE',
      "group: '10.0.0.1' cannot send to the group '[ff05::2]'",
      groupExample,
    ],
    ['0.0.0.0:4789:group=239.1.1.1%', 25, 'ESOURCE_VALUE', "group: '' is not the name of an interface", groupExample],
    [
      '0.0.0.0:4789:group=239.1.1.1,239.1.1.1',
      25,
      'ESOURCE_VALUE',
      "group: '239.1.1.1' stands there twice",
      'name each group once',
    ],
    [
      '0.0.0.0:4789:inner_port=0',
      30,
      'ESOURCE_VALUE',
      "inner_port: '0' is not a whole number from 1 to 65535, or assigned",
      'write digits, 1 to 65535, or assigned',
    ],
    ['127.0.0.1:4789:vxlna', 21, 'ESOURCE_OPTION', "unknown udp option 'vxlna'", "did you mean 'vxlan'?"],
    ['127.0.0.1:4789:skip', 21, 'ESOURCE_VALUE', 'encapsulation: skip needs a number of bytes', 'write skip=12'],
    ['127.0.0.1:4789:skip=', 26, 'ESOURCE_VALUE', 'encapsulation: skip needs a number of bytes', 'write skip=12'],
    ['127.0.0.1:4789:skip8', 21, 'ESOURCE_OPTION', "unknown udp option 'skip8'", "did you mean 'skip='?"],
    ['127.0.0.1:4789:skipper=8', 21, 'ESOURCE_OPTION', "unknown udp option 'skipper'", "did you mean 'skip='?"],
    [
      '127.0.0.1:4789:skip=-1',
      26,
      'ESOURCE_VALUE',
      "encapsulation: '-1' is not a whole number from 0 to 9216",
      'write digits, 0 to 9216',
    ],
    [
      '127.0.0.1:4789:skip=9217',
      26,
      'ESOURCE_VALUE',
      "encapsulation: '9217' is not a whole number from 0 to 9216",
      'write digits, 0 to 9216',
    ],
    [
      '127.0.0.1:4789:skip=2147483648',
      26,
      'ESOURCE_VALUE',
      "encapsulation: '2147483648' is not a whole number from 0 to 9216",
      'write digits, 0 to 9216',
    ],
    [
      '127.0.0.1:4789:skip=99999999999',
      26,
      'ESOURCE_VALUE',
      "encapsulation: '99999999999' is not a whole number from 0 to 9216",
      'write digits, 0 to 9216',
    ],
    ['127.0.0.1:4789:vxlan:', 27, 'ESOURCE_OPTION', 'empty option', "take out one ':'"],
    ['127.0.0.1:4789::vxlan', 21, 'ESOURCE_OPTION', 'empty option', "take out one ':'"],
    ['127.0.0.1:4789:dlt', 24, 'ESOURCE_VALUE', 'dlt needs a value', 'write dlt=auto|en10mb|raw|ppp'],
    [
      '127.0.0.1:4789:dlt=DLT_RAW',
      25,
      'ESOURCE_VALUE',
      "dlt: 'DLT_RAW' is not one of auto, en10mb, raw, ppp",
      'use auto, en10mb, raw, ppp',
    ],
    ['127.0.0.1:4789?encap=vxlan', 16, 'ESOURCE_PORT', "'4789?encap=vxlan' is not a port", port],
    [
      '127.0.0.1:4789:implementation=uring',
      36,
      'ESOURCE_VALUE',
      "implementation: 'uring' is not one of auto, recvmmsg, io_uring",
      'use auto, recvmmsg, io_uring',
    ],
    [
      '127.0.0.1:4789:poll_interval=100usec',
      21,
      'ESOURCE_OPTION',
      'poll_interval cannot be set: the receiver sleeps in the kernel and never polls',
      'leave it out',
    ],
    ['127.0.0.1:4789:promiscuous=T', 21, 'ESOURCE_OPTION', "unknown udp option 'promiscuous'", udpWords],
  ];
  test.each(rows)('udp::%s: character %i', (after, character, code, reason, hint) => {
    const text = `udp::${after}`;
    expect(refusal(text)).toEqual({
      code,
      message: `bad source '${text}', character ${character}: ${reason}`,
      position: character - 1,
      hint,
    });
  });
});

describe('other sources that are refused', () => {
  const interfaces = 'fandump -D lists the interfaces';
  const rows: [text: string, character: number, code: SourceErrorCode, reason: string, hint: string][] = [
    ['', 1, 'ESOURCE_INTERFACE', 'missing interface name', interfaces],
    ['af_packet::', 12, 'ESOURCE_INTERFACE', 'missing interface name', interfaces],
    ['af_packet:::fanout=hash', 12, 'ESOURCE_INTERFACE', 'missing interface name', interfaces],
    ['eth0/1', 5, 'ESOURCE_INTERFACE', "'eth0/1' cannot be an interface name", interfaces],
    ['my eth', 3, 'ESOURCE_INTERFACE', "'my eth' cannot be an interface name", interfaces],
    ['..', 1, 'ESOURCE_INTERFACE', "'..' cannot be an interface name", interfaces],
    [
      'abcdefghijklmnop',
      1,
      'ESOURCE_INTERFACE',
      "interface name 'abcdefghijklmnop' is longer than 15 bytes",
      interfaces,
    ],
    ['éééééééé', 1, 'ESOURCE_INTERFACE', "interface name 'éééééééé' is longer than 15 bytes", interfaces],
    ['eth0:', 6, 'ESOURCE_OPTION', 'empty option', "take out one ':'"],
    [
      'eth0:fanout',
      12,
      'ESOURCE_VALUE',
      'fanout_mode needs a value',
      'write fanout_mode=hash|lb|cpu|rollover|rnd|qm|inner|cbpf=FILE|ebpf=PINNED',
    ],
    [
      'eth0:fanout=cbpf',
      13,
      'ESOURCE_VALUE',
      "fanout_mode: 'cbpf' needs a steering program",
      'write fanout=cbpf=FILE, or fanout=inner',
    ],
    [
      'eth0:fanout=FANOUT_EBPF',
      13,
      'ESOURCE_VALUE',
      "fanout_mode: 'FANOUT_EBPF' needs a steering program",
      'write fanout=ebpf=FILE, or fanout=inner',
    ],
    [
      'eth0:fanout=hsah',
      13,
      'ESOURCE_VALUE',
      "fanout_mode: 'hsah' is not one of hash, lb, cpu, rollover, rnd, qm, inner, cbpf=FILE, ebpf=PINNED",
      "did you mean 'hash'?",
    ],
    [
      'eth0:fanout_id=65536',
      16,
      'ESOURCE_VALUE',
      "fanout_id: '65536' is not a whole number from 0 to 65535, or auto",
      'write digits, 0 to 65535, or auto',
    ],
    ['udp:127.0.0.1:4789', 5, 'ESOURCE_OPTION', "unknown af_packet option '127.0.0.1'", 'write udp::127.0.0.1:4789'],
    ['udp://[::1]:4789', 5, 'ESOURCE_OPTION', "unknown af_packet option '//[::1]'", 'write udp::[::1]:4789'],
    ['af_packet:eth0', 11, 'ESOURCE_OPTION', "unknown af_packet option 'eth0'", 'write af_packet::eth0'],
    ['eth0:fanot=hash', 6, 'ESOURCE_OPTION', "unknown af_packet option 'fanot'", "did you mean 'fanout'?"],
    ['eth0:buffersize=1M', 6, 'ESOURCE_OPTION', "unknown af_packet option 'buffersize'", "did you mean 'buffer_size'?"],
    [
      'eth0:fanout=hash:fanout_mode=lb',
      18,
      'ESOURCE_CONFLICT',
      "'fanout_mode=lb' after 'fanout=hash': fanout_mode is already set",
      'keep one of the two',
    ],
    [
      'eth0:block_timeout=500usec',
      20,
      'ESOURCE_VALUE',
      "block_timeout: '500usec' is not a whole number of milliseconds",
      'write 1msec or more',
    ],
    [
      'eth0:block_timeout=65536',
      20,
      'ESOURCE_VALUE',
      "block_timeout: '65536' is outside 0msec to 65535msec",
      'write 0msec to 65535msec',
    ],
    [
      'eth0:block_timeout=soon',
      20,
      'ESOURCE_VALUE',
      "block_timeout: 'soon' is not a time",
      'write a number and usec, msec or sec, as 10msec',
    ],
    ['eth0:block_size=5000', 17, 'ESOURCE_VALUE', "block_size: '5000' is not a multiple of 4096 bytes", 'write 8k'],
    ['eth0:buffer_size=5G', 18, 'ESOURCE_VALUE', "buffer_size: '5G' is outside 4k to 4G", 'write a size from 4k to 4G'],
    [
      'eth0:buffer_size=1.5M',
      18,
      'ESOURCE_VALUE',
      "buffer_size: '1.5M' is not a size in bytes",
      'write digits with k, M or G behind them, as 128M',
    ],
    [
      'eth0:promiscuous=maybe',
      18,
      'ESOURCE_VALUE',
      "promiscuous: 'maybe' is neither T nor F",
      'write T for yes or F for no',
    ],
    [
      'eth0:link_type=ethernet',
      16,
      'ESOURCE_VALUE',
      "link_type: 'ethernet' is not a link type",
      'fandump -L -i INTERFACE names the one it has',
    ],
    ['eth0:link_type=en10m', 16, 'ESOURCE_VALUE', "link_type: 'en10m' is not a link type", "did you mean 'EN10MB'?"],
    ['pcap::eth0', 1, 'ESOURCE_BACKEND', "unknown source type 'pcap'", 'known: af_packet, udp, tcp, tcp+connect'],
    ['afpacket::eth0', 1, 'ESOURCE_BACKEND', "unknown source type 'afpacket'", "did you mean 'af_packet'?"],
    ['UDP::1.2.3.4:1', 1, 'ESOURCE_BACKEND', "unknown source type 'UDP'", 'write udp::1.2.3.4:1'],
    ['::1:4789', 1, 'ESOURCE_BACKEND', "missing source type before '::'", 'write af_packet::eth0 or udp::[::1]:4789'],
  ];
  test.each(rows)('%s: character %i', (text, character, code, reason, hint) => {
    expect(refusal(text)).toEqual({
      code,
      message: `bad source '${text}', character ${character}: ${reason}`,
      position: character - 1,
      hint,
    });
  });

  test('control characters of a refused source do not reach the message raw', () => {
    const { message } = refusal('eth0:\u001b[2J=1');
    expect(message).toBe("bad source 'eth0:\\x1b[2J=1', character 6: unknown af_packet option '\\x1b[2J'");
  });
});

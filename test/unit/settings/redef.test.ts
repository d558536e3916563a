import { describe, expect, test } from 'vitest';
import { isRedef, parseRedef, RedefError, zeekConstants } from '../../../src/settings/redef';

describe('words that are Zeek redefs', () => {
  test.each([
    'AF_Packet::fanout_id=24',
    'PacketSource::UDP::udp_recv_buffer_size=33554432',
    'AF_Packet::block_timeout=10 msec',
    'Log::default_writer=Log::WRITER_SQLITE',
  ])('%s is one', (word) => expect(isRedef(word)).toBe(true));

  test.each([
    'tcp',
    'port',
    '::1',
    'ip6[6]=6',
    'tcp[13]=2',
    'host 2001:db8::1 and ip[8]=5',
    'net=2001:db8::',
    'fe80::1',
    '2001::b=1',
  ])('%s is part of a filter', (word) => expect(isRedef(word)).toBe(false));
});

describe('redefs', () => {
  test.each([
    ['AF_Packet::buffer_size=67108864', 'af_packet', 'buffer_size', 67108864],
    ['AF_Packet::block_size=65536', 'af_packet', 'block_size', 65536],
    ['AF_Packet::block_timeout=10msec', 'af_packet', 'block_timeout', 10],
    ['AF_Packet::block_timeout=20 msec', 'af_packet', 'block_timeout', 20],
    ['AF_Packet::block_timeout=0.1sec', 'af_packet', 'block_timeout', 100],
    ['AF_Packet::enable_hw_timestamping=T', 'af_packet', 'enable_hw_timestamping', true],
    ['AF_Packet::enable_fanout=F', 'af_packet', 'enable_fanout', false],
    ['AF_Packet::enable_defrag = T', 'af_packet', 'enable_defrag', true],
    ['AF_Packet::fanout_mode=FANOUT_QM', 'af_packet', 'fanout_mode', 'qm'],
    ['AF_Packet::fanout_mode=AF_Packet::FANOUT_CPU', 'af_packet', 'fanout_mode', 'cpu'],
    ['AF_Packet::fanout_id=24', 'af_packet', 'fanout_id', 24],
    ['AF_Packet::link_type=12', 'af_packet', 'link_type', 101],
    ['AF_Packet::checksum_validation_mode=CHECKSUM_KERNEL', 'af_packet', 'checksum_validation_mode', 'kernel'],
    ['PacketSource::UDP::udp_recv_buffer_size=33554432', 'udp', 'udp_recv_buffer_size', 33554432],
    ['PacketSource::UDP::recvmmsg_buffers=512', 'udp', 'recvmmsg_buffers', 512],
    ['PacketSource::UDP::recvmmsg_buffer_size=2048', 'udp', 'recvmmsg_buffer_size', 2048],
    ['PacketSource::UDP::implementation=PacketSource::UDP::RECVMMSG', 'udp', 'implementation', 'recvmmsg'],
  ])('%s sets an option of %s: %s', (text, backend, option, value) => {
    expect(parseRedef(text)).toEqual({ backend, option, value, text });
  });

  test.each([
    [
      'AF_Packet::fanout_di=3',
      "unknown Zeek constant 'AF_Packet::fanout_di' in 'AF_Packet::fanout_di=3'",
      "did you mean 'AF_Packet::fanout_id'?",
    ],
    [
      'Log::default_writer=x',
      "unknown Zeek constant 'Log::default_writer' in 'Log::default_writer=x'",
      `known: ${zeekConstants().join(', ')}`,
    ],
    [
      'AF_Packet::block_timeout=10',
      "AF_Packet::block_timeout: '10' has no unit, and Zeek's intervals need one",
      'write 10msec',
    ],
    [
      'AF_Packet::fanout_id=70000',
      "AF_Packet::fanout_id: '70000' is not a whole number from 0 to 65535, or auto",
      'write digits, 0 to 65535, or auto',
    ],
    ['AF_Packet::enable_fanout=', "AF_Packet::enable_fanout: '' is neither T nor F", 'write T for yes or F for no'],
    [
      'PacketSource::UDP::io_uring_buffers=64',
      'PacketSource::UDP::io_uring_buffers cannot be set: recvmmsg_buffers and recvmmsg_buffer_size hold for the io_uring receiver, too',
      'leave it out',
    ],
  ])('%s is refused', (text, message, hint) => {
    const parse = () => parseRedef(text);
    expect(parse).toThrow(RedefError);
    expect(parse).toThrow(expect.objectContaining({ message, hint }));
  });
});

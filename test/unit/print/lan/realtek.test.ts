import { concat, ether, hex, zeros } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('Realtek', [
  {
    title: 'a hello',
    frame: ether(0x8899, concat(hex('01 00 2379'), zeros(14))),
    lines: {
      '': '02:00:00:00:00:01 > 02:00:00:00:00:02, RRCP query: hello, auth=0x2379',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Realtek protocols (0x8899), length 32: 02:00:00:00:00:01 > 02:00:00:00:00:02, RRCP query: hello, auth=0x2379',
    },
  },
  {
    title: 'the reply to a hello',
    frame: ether(0x8899, concat(hex('01 80 2379 01 02 020000000001 8318 0000dea1'))),
    lines: {
      '': '02:00:00:00:00:01 > 02:00:00:00:00:02, RRCP reply: hello, auth=0x2379 downlink_port=1, uplink_port=2, uplink_mac=02:00:00:00:00:01, vendor_id=0000dea1 ,chip_id=8318 ',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Realtek protocols (0x8899), length 32: 02:00:00:00:00:01 > 02:00:00:00:00:02, RRCP reply: hello, auth=0x2379 downlink_port=1, uplink_port=2, uplink_mac=02:00:00:00:00:01, vendor_id=0000dea1 ,chip_id=8318 ',
    },
  },
  {
    title: 'a register that is read',
    frame: ether(0x8899, concat(hex('01 01 2379 0102 01020304 00000005 00000006'))),
    lines: {
      '': '02:00:00:00:00:01 > 02:00:00:00:00:02, RRCP query: get addr=0x0201, data=0x04030201, auth=0x2379, cookie=0x0000000600000005 ',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Realtek protocols (0x8899), length 32: 02:00:00:00:00:01 > 02:00:00:00:00:02, RRCP query: get addr=0x0201, data=0x04030201, auth=0x2379, cookie=0x0000000600000005 ',
    },
  },
  {
    title: 'a register that is written',
    frame: ether(0x8899, concat(hex('01 82 2379 0102 01020304 00000005 00000006'))),
    lines: {
      '': '02:00:00:00:00:01 > 02:00:00:00:00:02, RRCP reply: set addr=0x0201, data=0x04030201, auth=0x2379, cookie=0x0000000600000005 ',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Realtek protocols (0x8899), length 32: 02:00:00:00:00:01 > 02:00:00:00:00:02, RRCP reply: set addr=0x0201, data=0x04030201, auth=0x2379, cookie=0x0000000600000005 ',
    },
  },
  {
    title: 'an opcode that is not known',
    frame: ether(0x8899, concat(hex('01 05 2379'))),
    lines: {
      '': '02:00:00:00:00:01 > 02:00:00:00:00:02, RRCP query: unknown opcode (0x05), auth=0x2379',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Realtek protocols (0x8899), length 18: 02:00:00:00:00:01 > 02:00:00:00:00:02, RRCP query: unknown opcode (0x05), auth=0x2379',
    },
  },
  {
    title: 'an echo',
    frame: ether(0x8899, concat(hex('02'))),
    lines: {
      '': '02:00:00:00:00:01 > 02:00:00:00:00:02, REP',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Realtek protocols (0x8899), length 15: 02:00:00:00:00:01 > 02:00:00:00:00:02, REP',
    },
  },
  {
    title: 'loop detection',
    frame: ether(0x8899, concat(hex('03 00'))),
    lines: {
      '': '02:00:00:00:00:01 > 02:00:00:00:00:02, RLDP',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Realtek protocols (0x8899), length 16: 02:00:00:00:00:01 > 02:00:00:00:00:02, RLDP',
    },
  },
  {
    title: 'loop detection of another chip',
    frame: ether(0x8899, concat(hex('23 00'))),
    lines: {
      '': '02:00:00:00:00:01 > 02:00:00:00:00:02, RLDP',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Realtek protocols (0x8899), length 16: 02:00:00:00:00:01 > 02:00:00:00:00:02, RLDP',
    },
  },
  {
    title: 'a tag of eight bytes',
    frame: ether(0x8899, concat(hex('04 00'))),
    lines: {
      '': '02:00:00:00:00:01 > 02:00:00:00:00:02, Realtek 8-byte DSA tag',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Realtek protocols (0x8899), length 16: 02:00:00:00:00:01 > 02:00:00:00:00:02, Realtek 8-byte DSA tag',
    },
  },
  {
    title: 'a tag of an RTL8306',
    frame: ether(0x8899, concat(hex('91 00'))),
    lines: {
      '': '02:00:00:00:00:01 > 02:00:00:00:00:02, Realtek RTL8306 4-byte DSA tag',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Realtek protocols (0x8899), length 16: 02:00:00:00:00:01 > 02:00:00:00:00:02, Realtek RTL8306 4-byte DSA tag',
    },
  },
  {
    title: 'a tag of an RTL8366RB',
    frame: ether(0x8899, concat(hex('a1 00'))),
    lines: {
      '': '02:00:00:00:00:01 > 02:00:00:00:00:02, Realtek RTL8366RB 4-byte DSA tag',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Realtek protocols (0x8899), length 16: 02:00:00:00:00:01 > 02:00:00:00:00:02, Realtek RTL8366RB 4-byte DSA tag',
    },
  },
  {
    title: 'a protocol that is not known',
    frame: ether(0x8899, concat(hex('05 00'))),
    lines: {
      '': '02:00:00:00:00:01 > 02:00:00:00:00:02, Realtek unknown type 0x05',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Realtek protocols (0x8899), length 16: 02:00:00:00:00:01 > 02:00:00:00:00:02, Realtek unknown type 0x05',
    },
  },
  {
    title: 'a cut register',
    frame: ether(0x8899, concat(hex('01 01 2379 0102 01020304 0000'))),
    lines: {
      '': '02:00:00:00:00:01 > 02:00:00:00:00:02, RRCP query: get addr=0x0201, data=0x04030201, auth=0x2379 [|rrcp]',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Realtek protocols (0x8899), length 26: 02:00:00:00:00:01 > 02:00:00:00:00:02, RRCP query: get addr=0x0201, data=0x04030201, auth=0x2379 [|rrcp]',
    },
  },
]);

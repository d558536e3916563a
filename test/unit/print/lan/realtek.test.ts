import { realtek } from '../fixtures/realtek';
import { describeFixtures } from '../modes';

describeFixtures('Realtek', realtek, {
  'a hello': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Realtek protocols (0x8899), length 32: 02:00:00:00:00:01 > 02:00:00:00:00:02, RRCP query: hello, auth=0x2379',
  },
  'the reply to a hello': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Realtek protocols (0x8899), length 32: 02:00:00:00:00:01 > 02:00:00:00:00:02, RRCP reply: hello, auth=0x2379 downlink_port=1, uplink_port=2, uplink_mac=02:00:00:00:00:01, vendor_id=0000dea1 ,chip_id=8318 ',
  },
  'a register that is read': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Realtek protocols (0x8899), length 32: 02:00:00:00:00:01 > 02:00:00:00:00:02, RRCP query: get addr=0x0201, data=0x04030201, auth=0x2379, cookie=0x0000000600000005 ',
  },
  'a register that is written': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Realtek protocols (0x8899), length 32: 02:00:00:00:00:01 > 02:00:00:00:00:02, RRCP reply: set addr=0x0201, data=0x04030201, auth=0x2379, cookie=0x0000000600000005 ',
  },
  'an opcode that is not known': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Realtek protocols (0x8899), length 18: 02:00:00:00:00:01 > 02:00:00:00:00:02, RRCP query: unknown opcode (0x05), auth=0x2379',
  },
  'an echo': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Realtek protocols (0x8899), length 15: 02:00:00:00:00:01 > 02:00:00:00:00:02, REP',
  },
  'loop detection': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Realtek protocols (0x8899), length 16: 02:00:00:00:00:01 > 02:00:00:00:00:02, RLDP',
  },
  'loop detection of another chip': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Realtek protocols (0x8899), length 16: 02:00:00:00:00:01 > 02:00:00:00:00:02, RLDP',
  },
  'a tag of eight bytes': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Realtek protocols (0x8899), length 16: 02:00:00:00:00:01 > 02:00:00:00:00:02, Realtek 8-byte DSA tag',
  },
  'a tag of an RTL8306': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Realtek protocols (0x8899), length 16: 02:00:00:00:00:01 > 02:00:00:00:00:02, Realtek RTL8306 4-byte DSA tag',
  },
  'a tag of an RTL8366RB': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Realtek protocols (0x8899), length 16: 02:00:00:00:00:01 > 02:00:00:00:00:02, Realtek RTL8366RB 4-byte DSA tag',
  },
  'a protocol that is not known': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Realtek protocols (0x8899), length 16: 02:00:00:00:00:01 > 02:00:00:00:00:02, Realtek unknown type 0x05',
  },
  'a cut register': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Realtek protocols (0x8899), length 26: 02:00:00:00:00:01 > 02:00:00:00:00:02, RRCP query: get addr=0x0201, data=0x04030201, auth=0x2379 [|rrcp]',
  },
});

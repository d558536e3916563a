import { tipc } from '../fixtures/tipc';
import { describeFixtures } from '../modes';

describeFixtures('TIPC', tipc, {
  'data of a connection between neighbours': {
    '-v': 'TIPC v2.0 1.1.2:100 > 101, headerlength 24 bytes, MessageSize 32 bytes, Low Importance Data payload, messageType CONN_MSG',
  },
  'named data with both nodes': {
    '-v': [
      'TIPC v2.0 1.1.3:100 > 1.1.4:101, headerlength 44 bytes, MessageSize 48 bytes, Medium Importance Data payload, messageType NAMED_MSG',
      '\tPrevious Node 1.1.2, Broadcast Ack 5, Link Ack 2, Link Sequence 3',
    ],
    '-e -v': [
      '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype TIPC (0x88ca), length 58: TIPC v2.0 1.1.3:100 > 1.1.4:101, headerlength 44 bytes, MessageSize 48 bytes, Medium Importance Data payload, messageType NAMED_MSG',
      '\tPrevious Node 1.1.2, Broadcast Ack 5, Link Ack 2, Link Sequence 3',
    ],
  },
  'a link state': {
    '-v': [
      'TIPC v2.0 1.1.3 > 1.1.4, headerlength 40 bytes, MessageSize 40 bytes, Link State Protocol internal, messageType MCAST_MSG (0x20070006)',
      '\tPrevious Node 1.1.2, Session No. 7, Broadcast Ack 6, Sequence Gap 7,  Broadcast Gap After 2, Broadcast Gap To 3, Last Sent Packet No. 5, Next sent Packet No. 6, Transport Sequence 9, msg_count 10, Link Tolerance 1500',
    ],
  },
  'a search for neighbours': {
    '-v': [
      'TIPC v2.0 1.1.2 > 1.1.0, headerlength 48 bytes, MessageSize 32 bytes, Neighbor Detection Protocol internal, messageType Link request',
      '\tNodeSignature 4660, network_id 4321, media_id 1',
    ],
  },
  'a cut link state': {
    '-v': 'TIPC v2.0 1.1.3 > 1.1.4, headerlength 40 bytes, MessageSize 40 bytes, Link State Protocol internal, messageType MCAST_MSG (0x20070006) [|tipc]',
  },
});

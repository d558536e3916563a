import { hex, udp4 } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('vat', [
  {
    title: 'audio',
    frame: udp4(9000, 9001, hex('00000003000003e87878787878787878')),
    lines: {
      '-Tvat': 'IP 192.0.2.1.9000 > 192.0.2.2.9001: udp/vat 8 c3 1000',
    },
  },
  {
    title: 'audio of a format with sites and a start of talk',
    frame: udp4(9000, 9001, hex('059f0003000003e87878787878787878')),
    lines: {
      '-Tvat': 'IP 192.0.2.1.9000 > 192.0.2.2.9001: udp/vat 8 c3 1000* f31 s5',
    },
  },
  {
    title: 'vt',
    frame: udp4(9000, 9001, hex('f461616263')),
    lines: {
      '-Tvat': 'IP 192.0.2.1.9000 > 192.0.2.2.9001: udp/vt 5 97 / 61',
    },
  },
  {
    title: 'a datagram that is too short for either',
    frame: udp4(9000, 9001, hex('00')),
    lines: {
      '-Tvat': 'IP 192.0.2.1.9000 > 192.0.2.2.9001: udp/va/vat, length 1 < 2',
    },
  },
  {
    title: 'a header that is too short',
    frame: udp4(9000, 9001, hex('00000000')),
    lines: {
      '-Tvat': 'IP 192.0.2.1.9000 > 192.0.2.2.9001: udp/vat, length 4 < 8',
    },
  },
]);

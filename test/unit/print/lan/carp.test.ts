import { ethernet, ipv4 } from '../../../../src/frames/frames';
import { hex } from '../fixtures/frames';
import { describeModes } from '../modes';

function carp(message: string, ttl = 255): Uint8Array {
  return ethernet({}, ipv4({ protocol: 112, ttl }, hex(message)));
}

describeModes('CARP', [
  {
    title: 'an advertisement',
    frame: carp(`21 07 64 07 0001 0000 0102030405060708 ${'00'.repeat(20)}`),
    lines: {
      '-Tcarp':
        'IP 192.0.2.1 > 192.0.2.2: CARPv2-advertise 36: vhid=7 advbase=1 advskew=100 authlen=7 counter=72623859790382856',
      '-v -Tcarp': [
        'IP (tos 0x0, ttl 255, id 0, offset 0, flags [none], proto VRRP (112), length 56)',
        '    192.0.2.1 > 192.0.2.2: CARPv2-advertise 36: vhid=7 advbase=1 advskew=100 authlen=7  (bad carp cksum 0!)counter=72623859790382856',
      ],
    },
  },
]);

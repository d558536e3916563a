import { concat, hex, zeros } from '../fixtures/frames';
import { linkHeaders } from '../fixtures/link-headers';
import { describeModes, fixtureOf } from '../modes';

describeModes('USB', [
  {
    ...fixtureOf(linkHeaders, 'a USB transfer'),
    lines: {
      '-e': 'USB CONTROL SUBMIT to 1:5:0',
      '-q': 'USB',
      '-x': ['USB CONTROL SUBMIT to 1:5:0', '\t0x0000:  0000 0000'],
    },
  },
  {
    title: 'a completed interrupt',
    frame: concat(hex('0011223344556677 43 01 81 05 0100 00 2d'), zeros(36), hex('0102')),
    linkType: 189,
    lines: {
      '': 'USB INTERRUPT COMPLETE to 1:5:1',
      '-x': ['USB INTERRUPT COMPLETE to 1:5:1', '\t0x0000:  0000 0000 0102'],
    },
  },
  {
    title: 'a submitted interrupt with the long header',
    frame: concat(hex('0011223344556677 53 01 81 05 0100 00 2d'), zeros(52), hex('0102')),
    linkType: 220,
    lines: {
      '': 'USB INTERRUPT SUBMIT from 1:5:1',
      '-x': ['USB INTERRUPT SUBMIT from 1:5:1', '\t0x0000:  0000 0000 0102'],
    },
  },
  {
    title: 'an unknown event of an unknown transfer',
    frame: concat(hex('0011223344556677 00 09 81 05 0100 00 2d'), zeros(52)),
    linkType: 220,
    lines: {
      '': 'USB  ? ? 1:5:1',
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('0011223344556677 53 02'),
    linkType: 189,
    length: 60,
    lines: {
      '': ' [|usb_linux_48_byte]',
    },
  },
  {
    title: 'a long header that is cut',
    frame: hex('0011223344556677 53 02'),
    linkType: 220,
    length: 80,
    lines: {
      '': ' [|usb_linux_64_byte]',
    },
  },
]);

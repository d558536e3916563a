import { hex } from '../fixtures/frames';
import { describeModes } from '../modes';

const linkType = 105;
/** QoS data from one station to another, and LLC with IPv4 that is cut. */
const header = '8803 0000 020000000001 020000000002 020000000003 1000 020000000004 0000';
const body = 'aaaa03 000000 0800 45';
const stations =
  'CF +QoS RA:02:00:00:00:00:01 TA:02:00:00:00:00:02 DA:02:00:00:00:00:03 SA:02:00:00:00:00:04 LLC, dsap ';
const rest =
  'SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Ethernet (0x000000), ethertype IPv4 (0x0800), length 1:  [|ip]';

describeModes('A wireless frame', [
  {
    title: 'with a mesh header that has no addresses',
    frame: hex(`${header} 00 1f 07000000 ${body}`),
    linkType,
    lines: {
      '-H': 'IP  [|ip]',
      '-H -e': `MeshData (AE 0 TTL 31 seq 7) ${stations}${rest}`,
      '-e': [
        `${stations}Null (0x00) Individual, ssap Unknown (0x1e) Response, ctrl 0x07: Unnumbered, 07, Flags [Response], length 15`,
        '\t0x0000:  001f 0700 0000 aaaa 0300 0000 0800 45    ..............E',
      ],
    },
  },
  {
    title: 'with a mesh header that has two addresses',
    frame: hex(`${header} 02 1f 07000000 020000000005 020000000006 ${body}`),
    linkType,
    lines: {
      '-H -e': `MeshData (AE 2 TTL 31 seq 7 A4:02:00:00:00:00:05 A5:02:00:00:00:00:06) ${stations}${rest}`,
    },
  },
  {
    title: 'without a mesh header where the flags say so',
    frame: hex(`${header} ${body}`),
    linkType,
    lines: { '-H -e': `${stations}${rest}` },
  },
  {
    title: 'with a mesh header that is cut',
    frame: hex(`${header} 01 1f 07`),
    linkType,
    lines: { '-H -e': ' [|802.11]' },
  },
  {
    title: 'with the flags of a mesh header cut',
    frame: hex(header),
    linkType,
    lines: { '-H -e': ' [|802.11]' },
  },
]);

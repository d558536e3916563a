import { hex } from '../fixtures/frames';
import { geonet } from '../fixtures/geonet';
import { describeModes, fixtureOf } from '../modes';

describeModes('GeoNetworking', [
  {
    ...fixtureOf(geonet, 'a message of cars'),
    lines: {
      '-v': [
        'GeoNet src:02:00:00:00:00:02; v:1 NH:2-BTP-B HT:5-0-TopoScopeBcast-SH HopLim:10 Payload:16 GN_ADDR:01:02:03:04:05:06:07:08 lat:2 lon:3; BTP Dst:2001 Src:0; ItsPduHeader v:1 t:0-CAM',
        '\t0x0000:  0100 0102                                ....',
      ],
      '-e': '02:00:00:00:00:02 > 02:00:00:00:00:01, ethertype GeoNet (0x8947), length 58: GeoNet src:02:00:00:00:00:02; v:1 NH:2-BTP-B HT:5-0-TopoScopeBcast-SH HopLim:10 Payload:16 GN_ADDR:01:02:03:04:05:06:07:08 lat:2 lon:3; BTP Dst:2001 Src:0; ItsPduHeader v:1 t:0-CAM',
      '-x': [
        'GeoNet src:02:00:00:00:00:02; v:1 NH:2-BTP-B HT:5-0-TopoScopeBcast-SH HopLim:10 Payload:16 GN_ADDR:01:02:03:04:05:06:07:08 lat:2 lon:3; BTP Dst:2001 Src:0; ItsPduHeader v:1 t:0-CAM',
        '\t0x0000:  1250 0000 0010 000a 0102 0304 0506 0708',
        '\t0x0010:  0000 0001 0000 0002 0000 0003 0000 0000',
        '\t0x0020:  0000 0000 07d1 0000 0100 0102',
      ],
    },
  },
  {
    title: 'a beacon under the old number',
    frame: hex(
      '020000000001 020000000002 0707 00 10 0000 0010 00 0a 0102030405060708 00000001 00000002 00000003 0000 0000 00000000',
    ),
    lines: {
      '': 'GeoNet src:02:00:00:00:00:02; v:0 NH:0-Any HT:1-0-Beacon HopLim:10 Payload:16 GN_ADDR:01:02:03:04:05:06:07:08 lat:2 lon:3',
      '-v': 'GeoNet src:02:00:00:00:00:02; v:0 NH:0-Any HT:1-0-Beacon HopLim:10 Payload:16 GN_ADDR:01:02:03:04:05:06:07:08 lat:2 lon:3',
    },
  },
  {
    title: 'a unicast packet',
    frame: hex(
      '020000000001 020000000002 8947 03 20 0000 0010 00 0a 0102030405060708 00000001 00000002 00000003 0000 0000 00000000 0102',
    ),
    lines: {
      '': 'GeoNet src:02:00:00:00:00:02; v:0 NH:3-IPv6 HT:2-0-GeoUnicast HopLim:10 Payload:16 GN_ADDR:01:02:03:04:05:06:07:08 lat:2 lon:3',
      '-v': [
        'GeoNet src:02:00:00:00:00:02; v:0 NH:3-IPv6 HT:2-0-GeoUnicast HopLim:10 Payload:16 GN_ADDR:01:02:03:04:05:06:07:08 lat:2 lon:3',
        '\t0x0000:  0102                                     ..',
      ],
    },
  },
  {
    title: 'an area',
    frame: hex(
      '020000000001 020000000002 8947 05 42 0000 0010 00 0a 0102030405060708 00000001 00000002 00000003 0000 0000 00000000 0102',
    ),
    lines: {
      '': 'GeoNet src:02:00:00:00:00:02; v:0 NH:5-Unknown HT:4-2-GeoBroadcastElipse HopLim:10 Payload:16 GN_ADDR:01:02:03:04:05:06:07:08 lat:2 lon:3',
    },
  },
  {
    title: 'an unknown type',
    frame: hex(
      '020000000001 020000000002 8947 0f 79 0000 0010 00 0a 0102030405060708 00000001 00000002 00000003 0000 0000 00000000',
    ),
    lines: {
      '': 'GeoNet src:02:00:00:00:00:02; v:0 NH:15-Unknown HT:7-9-Unknown HopLim:10 Payload:16 GN_ADDR:01:02:03:04:05:06:07:08 lat:2 lon:3',
    },
  },
  {
    title: 'no addresses of the link',
    frame: hex(
      '0000 0001 0006 0200000000010000 8947 12 50 0000 0010 00 0a 0102030405060708 00000001 00000002 00000003 0000 0000 00000000 07d1 0000',
    ),
    linkType: 113,
    lines: {
      '': 'GeoNet ; v:1 NH:2-BTP-B HT:5-0-TopoScopeBcast-SH HopLim:10 Payload:16 GN_ADDR:01:02:03:04:05:06:07:08 lat:2 lon:3; BTP Dst:2001 Src:0',
    },
  },
  {
    title: 'ports that are cut',
    frame: hex(
      '020000000001 020000000002 8947 12 50 0000 0010 00 0a 0102030405060708 00000001 00000002 00000003 0000 0000 00000000 07d1',
    ),
    lines: {
      '': 'GeoNet src:02:00:00:00:00:02; v:1 NH:2-BTP-B HT:5-0-TopoScopeBcast-SH HopLim:10 Payload:16 GN_ADDR:01:02:03:04:05:06:07:08 lat:2 lon:3 (BTP length 2 < 4) (invalid)',
    },
  },
  {
    title: 'an extended header that is too short',
    frame: hex(
      '020000000001 020000000002 8947 12 51 0000 0010 00 0a 0102030405060708 00000001 00000002 00000003 0000 0000 00000000 07d1',
    ),
    lines: {
      '': 'GeoNet src:02:00:00:00:00:02; v:1 NH:2-BTP-B HT:5-1-TopoScopeBcast-MH HopLim:10 Payload:16 GN_ADDR:01:02:03:04:05:06:07:08 lat:2 lon:3 (header size 32 > 2) (invalid)',
    },
  },
  {
    title: 'a header that is too short',
    frame: hex('020000000001 020000000002 8947 12 51'),
    lines: {
      '': 'GeoNet src:02:00:00:00:00:02;  (common header length 2 < 36) (invalid)',
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('020000000001 020000000002 8947 12 51 0000 0010 00 0a 01020304'),
    length: 80,
    lines: {
      '': 'GeoNet src:02:00:00:00:00:02; v:1 NH:2-BTP-B HT:5-1-TopoScopeBcast-MH HopLim:10 Payload:16  [|geonet]',
    },
  },
]);

describeModes('CALM FAST', [
  {
    ...fixtureOf(geonet, 'references of CALM FAST'),
    lines: {
      '-v': [
        'CALM FAST src:02:00:00:00:00:02; SrcNwref:5; DstNwref:7; ',
        '\t0x0000:  0102                                     ..',
      ],
      '-q': 'CALM FAST src:02:00:00:00:00:02; SrcNwref:5; DstNwref:7; ',
    },
  },
  {
    title: 'a packet that is too short',
    frame: hex('020000000001 020000000002 1111 05'),
    lines: {
      '': 'CALM FAST src:02:00:00:00:00:02;  (length 1 < 2) (invalid)',
    },
  },
  {
    title: 'a packet that is cut',
    frame: hex('020000000001 020000000002 1111 05'),
    length: 60,
    lines: {
      '': 'CALM FAST src:02:00:00:00:00:02; SrcNwref:5;  [|calm_fast]',
    },
  },
]);

import { describe, expect, test } from 'vitest';
import { SinkError } from '../../../src/sink/error';
import { formatSink, isSinkUri, parseSink } from '../../../src/sink/uri';

/** What is said of a sink that is refused. */
function refusal(text: string) {
  try {
    parseSink(text);
  } catch (error) {
    if (error instanceof SinkError) {
      const { code, message, position, hint } = error;
      return { code, message, position, hint };
    }
    throw error;
  }
  throw new Error(`${text} was accepted`);
}

describe('sinks that are accepted', () => {
  const rows: [text: string, canonical: string][] = [
    ['udp::10.0.0.5:4789', 'udp::10.0.0.5:4789'],
    ['udp::10.0.0.5:4789:vxlan:vni=7', 'udp::10.0.0.5:4789:vxlan:vni=7'],
    ['udp::10.0.0.5:4789:VNI=16777215:VXLAN', 'udp::10.0.0.5:4789:vxlan:vni=16777215'],
    ['udp::[2001:DB8:0:0:0:0:0:1]:6081:geneve', 'udp::[2001:db8::1]:6081:geneve'],
    ['udp::[::ffff:192.0.2.1]:6081', 'udp::192.0.2.1:6081'],
    ['tcp::[::FFFF:0:0]:57012', 'tcp::0.0.0.0:57012'],
    ['tcp::[::fffe:0:0]:57012', 'tcp::[::fffe:0:0]:57012'],
    ['udp::10.0.0.5:7932:skip=12:rate=1000', 'udp::10.0.0.5:7932:skip=12:rate=1000'],
    ['udp::10.0.0.5:7932:skip=0', 'udp::10.0.0.5:7932:raw'],
    ['udp::10.0.0.5:4789:gso=off:ports=1', 'udp::10.0.0.5:4789:ports=1:gso=off'],
    ['af_packet::eth1', 'af_packet::eth1'],
    ['af_packet::eth1:BYPASS:rate=5', 'af_packet::eth1:rate=5:bypass'],
    ['tcp::0.0.0.0:57012', 'tcp::0.0.0.0:57012'],
    ['tcp::[::0]:57012:buffer=128M:readers=2', 'tcp::[::]:57012:buffer=128M:readers=2'],
    ['tcp+connect::[2001:DB8::1]:57012', 'tcp+connect::[2001:db8::1]:57012'],
  ];
  test.each(rows)('%s is %s', (text, canonical) => {
    const sink = parseSink(text);
    expect(formatSink(sink)).toBe(canonical);
    expect(parseSink(canonical)).toEqual(sink);
  });
});

describe('sinks that are refused', () => {
  const rows: [text: string, code: string, position: number, hint: RegExp][] = [
    ['upd::10.0.0.5:4789', 'ESINK_BACKEND', 0, /did you mean 'udp'\?.*\.\/upd::/],
    ['::x', 'ESINK_BACKEND', 0, /udp/],
    ['udp::', 'ESINK_ADDRESS', 5, /192\.0\.2\.1/],
    ['udp::*:4789', 'ESINK_ADDRESS', 5, /one receiver/],
    ['udp::0.0.0.0:4789', 'ESINK_ADDRESS', 5, /one receiver/],
    ['udp::[::]:4789', 'ESINK_ADDRESS', 5, /one receiver/],
    ['udp::[fe80::1%eth0]:4789', 'ESINK_ADDRESS', 13, /one receiver/],
    ['udp::10.0.0.5', 'ESINK_PORT', 13, /4789/],
    ['udp::10.0.0.5:4789:vni=16777216', 'ESINK_VALUE', 23, /16777215/],
    ['udp::10.0.0.5:4789:geneve+vxlan', 'ESINK_OPTION', 19, /geneve/],
    ['udp::10.0.0.5:4789:rates=5', 'ESINK_OPTION', 19, /rate/],
    ['udp::10.0.0.5:4789:ports=0', 'ESINK_VALUE', 25, /1 to 1024/],
    ['af_packet::', 'ESINK_INTERFACE', 11, /-D/],
    ['af_packet::eth1:2', 'ESINK_OPTION', 16, /leave it out/],
    ['af_packet::eth1:fanout_id=2', 'ESINK_OPTION', 16, /./],
    ['tcp::', 'ESINK_ADDRESS', 5, /57012.*not looked up/],
    ['tcp::host:57012', 'ESINK_ADDRESS', 5, /not looked up/],
    ['tcp::::1:57012', 'ESINK_ADDRESS', 5, /brackets|\[2001/],
    ['tcp::[::1:57012', 'ESINK_ADDRESS', 15, /57012/],
    ['tcp::[fe80::1%eth0]:57012', 'ESINK_ADDRESS', 13, /57012/],
    ['tcp::127.0.0.1', 'ESINK_PORT', 14, /57012/],
    ['tcp::127.0.0.1:0', 'ESINK_PORT', 15, /1 to 65535/],
    ['tcp::127.0.0.1:57012:buffer=1k', 'ESINK_VALUE', 28, /1M/],
    ['tcp+connect::0.0.0.0:57012', 'ESINK_ADDRESS', 13, /127\.0\.0\.1/],
    ['tcp+connect::127.0.0.1:57012:readers=2', 'ESINK_OPTION', 29, /buffer/],
    ['udp::10.0.0.5:4789:vni=1:vni=2', 'ESINK_CONFLICT', 25, /one of the two/],
  ];
  test.each(rows)('%s: %s at %i', (text, code, position, hint) => {
    const said = refusal(text);
    expect(said).toMatchObject({ code, position });
    expect(said.hint).toMatch(hint);
    expect(said.message).toMatch(/^bad sink '/);
  });

  test('control characters of a sink are not shown raw', () => {
    expect(refusal('udp::\x1b[2J:1').message).not.toContain('\x1b');
  });
});

describe('savefiles beside sinks', () => {
  test.each(['-', 'udp', 'a.pcap', './udp::x', '/tmp/a::b', 'a:b'])('%s is a file', (text) => {
    expect(isSinkUri(text)).toBe(false);
  });
});

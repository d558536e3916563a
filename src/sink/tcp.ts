// Packets as a pcap savefile over TCP: PCAP over IP. Two sinks, one that readers connect to and one that connects.
import type { Backend } from '../source/backend';
import { type Endpoint, formatEndpoint } from '../source/endpoint';
import { type GivenOptions, option } from '../source/option';
import { tcpConnect as tcpConnectSource, tcp as tcpSource } from '../source/tcp';
import { size } from '../source/units';
import { integer } from '../source/value';

const mebibyte = 1024 ** 2;
const gibibyte = 1024 ** 3;
const maxReaders = 1024;

const buffer = option(size(mebibyte, 64 * gibibyte), {
  default: 64 * mebibyte,
  help: 'how far a reader may stay behind before it is cut off; packets of files wait for it instead',
});

export const tcpSinkOptions = {
  buffer,
  readers: option(integer(1, maxReaders), {
    default: 64,
    help: 'how many are served at a time; more wait until one goes',
  }),
};
export const tcpConnectSinkOptions = { buffer };

export interface TcpSink extends Endpoint {
  backend: 'tcp';
  options: GivenOptions<typeof tcpSinkOptions>;
}
export interface TcpConnectSink extends Endpoint {
  backend: 'tcp+connect';
  options: GivenOptions<typeof tcpConnectSinkOptions>;
}

export const tcpSink: Backend<Endpoint> = {
  name: 'tcp',
  targetSyntax: 'ADDRESS:PORT',
  help: 'a pcap stream for whoever connects (PCAP over IP), from that moment on; needs no privilege',
  options: tcpSinkOptions,
  unsupported: {},
  parseTarget: tcpSource.parseTarget,
  formatTarget: formatEndpoint,
};

export const tcpConnectSink: Backend<Endpoint> = {
  name: 'tcp+connect',
  targetSyntax: 'ADDRESS:PORT',
  help: 'a pcap stream to a server (PCAP over IP), while the connection lasts; needs no privilege',
  options: tcpConnectSinkOptions,
  unsupported: {},
  parseTarget: tcpConnectSource.parseTarget,
  formatTarget: formatEndpoint,
};

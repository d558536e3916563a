// A savefile's bytes that come by TCP: PCAP over IP. Two backends, one that connects and one that listens.
import type { Backend } from './backend';
import { type Endpoint, formatEndpoint, isEveryAddress, parseEndpoint } from './endpoint';

/** Nothing about such a source can be chosen but where it is. */
export const tcpOptions = {};

interface TcpTarget extends Endpoint {
  options: Record<string, never>;
}

export type TcpSource = ({ backend: 'tcp' } & TcpTarget) | ({ backend: 'tcp+connect' } & TcpTarget);

/** An example of each, for hints. */
const tcpExamples = { listen: 'tcp::0.0.0.0:57012', connect: 'tcp+connect::127.0.0.1:57012' } as const;

export const tcp: Backend<Endpoint> = {
  name: 'tcp',
  targetSyntax: 'ADDRESS:PORT',
  help: 'a pcap or pcapng stream from whoever connects first (PCAP over IP), until the connection ends',
  options: tcpOptions,
  unsupported: {},
  parseTarget: (source, start) => parseEndpoint(source, start, tcpExamples.listen),
  formatTarget: formatEndpoint,
};

export const tcpConnect: Backend<Endpoint> = {
  name: 'tcp+connect',
  targetSyntax: 'ADDRESS:PORT',
  help: 'a pcap or pcapng stream from a server (PCAP over IP), until the connection ends',
  options: tcpOptions,
  unsupported: {},
  parseTarget(source, start) {
    const parsed = parseEndpoint(source, start, tcpExamples.connect);
    if (isEveryAddress(parsed.target)) {
      source.fail('ESOURCE_ADDRESS', start, 'nobody can be connected to there', `write ${tcpExamples.connect}`);
    }
    return parsed;
  },
  formatTarget: formatEndpoint,
};

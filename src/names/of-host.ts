/** Names as this host knows them: its tables, and what its name servers answer. */
import { networkInterfaces } from 'node:os';
import { readWords } from './local-file';
import { type LocalNetwork, Names } from './names';
import { ReverseLookup } from './reverse-lookup';
import { VendorFile } from './vendor-file';
import { Vendors } from './vendors';

export interface HostNameOptions {
  /** Host names without their domain. */
  short: boolean;
  /** IPv4 addresses outside this interface's network stay numbers; undefined: none do. */
  networkOf: string | undefined;
}

export function namesOfHost({ short, networkOf }: HostNameOptions): Names {
  const sources = {
    hosts: readWords('/etc/hosts'),
    services: readWords('/etc/services'),
    ethers: readWords('/etc/ethers'),
    vendors: new Vendors(VendorFile.load),
    resolver: ReverseLookup.overDns(),
  };
  return new Names(sources, { short, network: networkOf === undefined ? undefined : networkOfInterface(networkOf) });
}

/** undefined: the interface has no IPv4 address, so that there is nothing to be foreign to. */
function networkOfInterface(name: string): LocalNetwork | undefined {
  const own = networkInterfaces()[name]?.find(({ family }) => family === 'IPv4');
  return own && { address: ipv4Number(own.address), mask: ipv4Number(own.netmask) };
}

function ipv4Number(text: string): number {
  return text.split('.').reduce((value, octet) => value * 256 + Number(octet), 0);
}

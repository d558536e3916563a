/** All names that lines may show: the host's tables, read once, and the resolver's answers. */
import type { NameLookup } from '../print/name-lookup';
import { AddressCache } from './address-cache';
import { HostLookup } from './host-lookup';
import { hostNames } from './hosts-file';
import { ipProtocolKeywords } from './ip-protocols';
import { objectNames } from './mib';
import type { ReverseLookup } from './reverse-lookup';
import { type ServiceNames, serviceNames } from './services-file';
import { type StationNames, stationKey, stationNames } from './stations';
import type { Vendors } from './vendors';

/** Addresses of each family whose names are remembered. */
const cachedAddresses = 65_536;

/** An IPv4 network; with mask 0, everything is in it. */
export interface LocalNetwork {
  readonly address: number;
  readonly mask: number;
}

const everything: LocalNetwork = { address: 0, mask: 0 };

export interface NameOptions {
  /** -N: host names without their domain. */
  short: boolean;
  /** -f: IPv4 addresses outside of it stay numbers. */
  network: LocalNetwork | undefined;
}

/** Where names come from. */
export interface NameSources {
  hosts: readonly string[][];
  services: readonly string[][];
  ethers: readonly string[][];
  vendors: Vendors;
  resolver: ReverseLookup;
}

export class Names implements NameLookup {
  readonly objects = objectNames;
  private readonly hosts4: HostLookup;
  private readonly hosts6: HostLookup;
  private readonly services: ServiceNames;
  private readonly stations: StationNames;
  private readonly vendors: Vendors;
  private readonly resolver: ReverseLookup;
  private readonly network: LocalNetwork;

  constructor(sources: NameSources, { short, network = everything }: NameOptions) {
    const { resolver } = sources;
    const table = hostNames(sources.hosts, short);
    this.hosts4 = new HostLookup(new AddressCache(4, cachedAddresses), table, resolver, short);
    this.hosts6 = new HostLookup(new AddressCache(16, cachedAddresses), table, resolver, short);
    this.services = serviceNames(sources.services);
    this.stations = stationNames(sources.ethers);
    this.vendors = sources.vendors;
    this.resolver = resolver;
    this.network = { address: (network.address & network.mask) >>> 0, mask: network.mask };
  }

  ipv4(bytes: Uint8Array, at: number): Uint8Array | undefined {
    const { address, mask } = this.network;
    if (mask !== 0) {
      const value = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
      if ((value & mask) >>> 0 !== address) return undefined;
    }
    return this.hosts4.name(bytes, at);
  }

  ipv6(bytes: Uint8Array, at: number): Uint8Array | undefined {
    return this.hosts6.name(bytes, at);
  }

  tcpPort(port: number): Uint8Array | undefined {
    return this.services.tcp.get(port);
  }

  udpPort(port: number): Uint8Array | undefined {
    return this.services.udp.get(port);
  }

  station(bytes: Uint8Array, at: number): Uint8Array | undefined {
    return this.stations.get(stationKey(bytes, at));
  }

  vendor(bytes: Uint8Array, at: number): Uint8Array {
    return this.vendors.suffix(bytes, at);
  }

  ipProtocol(protocol: number): Uint8Array | undefined {
    return ipProtocolKeywords.get(protocol);
  }

  /** Ends all questions: what was not answered by now stays a number. */
  close(): void {
    this.resolver.close();
  }
}

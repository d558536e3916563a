// The interface, or the address: is it there, and up?

import { isUp, operDown } from '../kernel/interface-flags';
import { type Check, type Finding, note, ok, wrong } from './check';
import { groupInterfaces, interfacesOf, type LiveSource, listensAnywhere, liveSources } from './devices';
import type { Host } from './host';
import { commandLine } from './shell';

export const link: Check = {
  name: 'interface',
  run: (host, plan) => liveSources(plan).flatMap((source) => sourceLink(host, source)),
};

function sourceLink(host: Host, source: LiveSource): Finding[] {
  const interfaces = interfacesOf(host, source);
  if (interfaces.length > 0) return interfaces.map((info) => interfaceLink(info.name, info.flags, info.operState));
  if (source.backend === 'af_packet') {
    return [wrong(`there is no interface ${source.interface}`, 'nothing can be captured', 'ip -brief link')];
  }
  const [missing] = source.addresses.flatMap((address) => groupInterfaces(source, address));
  if (missing !== undefined) {
    return [wrong(`there is no interface ${missing}`, 'the group cannot be joined on it', 'ip -brief link')];
  }
  if (source.addresses.some(listensAnywhere)) {
    return [note('no interface but loopback is up and has an address', 'datagrams come from this host alone')];
  }
  return [
    wrong(
      `no interface has the address ${source.addresses.join(', ')}`,
      'nothing can arrive there',
      'ip -brief address',
    ),
  ];
}

function interfaceLink(name: string, flags: number, operState: number): Finding {
  if (!isUp(flags)) {
    return wrong(`${name} is down`, 'nothing arrives', commandLine('sudo', 'ip', 'link', 'set', 'dev', name, 'up'));
  }
  if (operState === operDown) return note(`${name} is up but has no carrier`, 'no cable, or the far end is down');
  return ok(`${name} is up`);
}

// Receive side scaling: how the device spreads flows over its queues (ethtool(8) -x and -n rx-flow-hash).
import { queueMode } from './channels';
import { type Check, type Finding, note, ok, wrong } from './check';
import { type Device, devicesOf, receiveQueues, receivesTunnels } from './devices';
import { commandLine } from './shell';

/** Repeated, these two bytes give both directions of a flow the same Toeplitz hash (Woo and Park, 2012). */
const symmetricPair = '6d:5a';

export const receiveHash: Check = {
  name: 'rss',
  run: (host, plan) => devicesOf(host, plan).flatMap(deviceHash),
};

function deviceHash(device: Device): Finding[] {
  const { name, facts } = device;
  const { receiveHash: hash } = facts;
  const queues = hash?.queues || receiveQueues(facts);
  if (queues <= 1) return [ok(`${name} does not spread flows over queues`)];
  if (hash === undefined || hash.key.length === 0) {
    return [
      note(`${name}: the device does not show how it hashes`, 'directions of a flow may be received out of order'),
    ];
  }
  const findings = [direction(device, hash.key, hash.symmetricInput)];
  if (receivesTunnels(device) && hash.udpPorts === false) {
    const why = 'all packets of one tunnel go through one queue and CPU';
    const mend = commandLine('sudo', 'ethtool', '-N', name, 'rx-flow-hash', 'udp4', 'sdfn');
    findings.push(note(`${name} does not hash the ports of UDP`, why, mend));
  }
  return findings;
}

function direction(device: Device, key: Uint8Array, symmetricInput: boolean): Finding {
  const { name } = device;
  if (symmetricInput || isSymmetric(key)) return ok(`${name}: the hash is symmetric`);
  const pairs = `${symmetricPair}:`.repeat(key.length / 2).slice(0, -1);
  const mend = commandLine('sudo', 'ethtool', '-X', name, 'hkey', pairs);
  const mode = queueMode(device);
  const finding = `${name}: the hash is not symmetric`;
  if (mode === undefined) {
    return note(finding, 'the two directions of a flow are received on different CPUs and may change order', mend);
  }
  return wrong(finding, `fanout_mode=${mode} sends the two directions of a flow to different members`, mend);
}

/** A key whose 16-bit words are all alike does not tell source from destination. */
function isSymmetric(key: Uint8Array): boolean {
  return key.every((byte, index) => byte === key[index % 2]);
}

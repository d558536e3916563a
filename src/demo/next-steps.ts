/** What to try after the demonstration: commands that work on this host, for this user. */
import { accessSync, constants } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { delimiter, join } from 'node:path';

/** What the suggestions depend on. */
export interface Host {
  isRoot: boolean;
  /** An interface that is up, not loopback where there is another. */
  interface: string;
  hasProgram(name: string): boolean;
}

export function thisHost(): Host {
  const names = Object.keys(networkInterfaces());
  return {
    isRoot: process.getuid?.() === 0,
    interface: names.find((name) => name !== 'lo') ?? 'lo',
    hasProgram,
  };
}

function hasProgram(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Three lines. `command` is how fandump is called, `savefile` what the demonstration wrote. */
export function nextSteps(host: Host, command: string, savefile: string): string[] {
  const live = `${command} -nn -c 10 -i ${host.interface}`;
  const privileged = host.isRoot ? live : `sudo ${live}`;
  const canCapture = host.isRoot || host.hasProgram('sudo');
  const pipe = `${command} -r ${savefile} -w - 'udp port 53'`;
  return [
    `${command} -nn -e -r ${savefile} 'tcp port 80'`,
    host.hasProgram('tcpdump') ? `${pipe} | tcpdump -nn -r -` : `${command} -r ${savefile} --count icmp6`,
    canCapture ? privileged : `${command} --explain -i af_packet::${host.interface}:fanout=hash:fanout_id=7`,
  ];
}

import type { RejectedSender, SourceStats } from '../engine/native';
import { counted } from '../source/counted';

/** How many datagrams were refused, by cause. */
export type InvalidCounts = SourceStats['invalid'];
export type InvalidCause = keyof InvalidCounts;
export type InvalidSenders = NonNullable<SourceStats['invalidSenders']>;

/** The words for each cause, with what is counted before them. */
const causes: Readonly<Record<InvalidCause, readonly [noun: string, words: string]>> = {
  tooShort: ['datagram', 'invalid: shorter than the encapsulation'],
  vxlanFlags: ['datagram', 'invalid: VXLAN without its I flag'],
  geneveVersion: ['datagram', 'invalid: GENEVE version is not 0'],
  geneveProtocol: ['datagram', 'invalid: GENEVE carries neither Ethernet nor IP'],
  innerNotVxlan: ['datagram', 'invalid: no VXLAN inside GENEVE'],
  tunnelHeader: ['packet', 'invalid: nothing to take out behind its tunnel header'],
  notInTunnel: ['packet', 'left out: not in the tunnel'],
  geneveOptions: ['datagram', 'invalid: GENEVE options do not fill their room'],
  geneveCritical: ['datagram', 'invalid: GENEVE with a critical option that is not known'],
  control: ['datagram', 'invalid: a control message'],
  gpeVersion: ['datagram', 'invalid: VXLAN-GPE version is not 0'],
  gpeProtocol: ['datagram', 'invalid: VXLAN-GPE carries neither Ethernet nor IP'],
  gueHeader: ['datagram', 'invalid: GUE variant or flags are not known'],
  gueProtocol: ['datagram', 'invalid: GUE carries neither IP nor GRE'],
  notNested: ['datagram', 'invalid: no such tunnel inside the tunnel'],
  unrecognized: ['datagram', 'invalid: no tunnel that is recognized'],
};

const invalidCauses = Object.keys(causes) as InvalidCause[];

/** Nothing was refused, or the counts that `count` gives. */
export function countsByCause(count: (cause: InvalidCause) => number = () => 0): InvalidCounts {
  return Object.fromEntries(invalidCauses.map((cause) => [cause, count(cause)])) as unknown as InvalidCounts;
}

/** Of each cause, the sender of the last datagram among those of several receivers. */
export function lastSenders(receivers: readonly (InvalidSenders | undefined)[]): InvalidSenders {
  const last: InvalidSenders = {};
  for (const senders of receivers) {
    for (const [cause, sender] of Object.entries(senders ?? {}) as [InvalidCause, RejectedSender][]) {
      if (sender.time >= (last[cause]?.time ?? 0)) last[cause] = sender;
    }
  }
  return last;
}

/** A line for each cause that there was. */
export function invalidLines(counts: InvalidCounts, senders: InvalidSenders): string[] {
  return invalidCauses
    .filter((cause) => counts[cause] > 0)
    .map((cause) => {
      const sender = senders[cause];
      const [usualNoun, words] = causes[cause];
      // Over UDP a tunnel has ports; GRE has none, and its packets are no datagrams.
      const noun = sender?.port === 0 ? 'packet' : usualNoun;
      const last = sender === undefined ? '' : `, the last from ${endpoint(sender)}`;
      return `${counted(counts[cause], noun)} ${words}${last}`;
    });
}

/** `192.0.2.1:4789`, `[::1]:4789`; without a port where the tunnel has none. */
export function endpoint({ address, port }: Pick<RejectedSender, 'address' | 'port'>): string {
  if (port === 0) return address;
  return `${address.includes(':') ? `[${address}]` : address}:${port}`;
}

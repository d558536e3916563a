// Tunnels that a source takes off. VXLAN: RFC 7348. GENEVE: RFC 8926. GRE: RFC 2784. MPLS: RFC 3032.
import { quote } from './quote';
import { closest } from './suggest';
import { integer, ValueError, type ValueType } from './value';

/** What is taken off to get at the packet inside; raw is skip 0. */
export type EncapsulationChoice<Kind extends string> =
  | { kind: Kind }
  | {
      kind: 'skip';
      /** Bytes, 0..{@link maxSkip}. */
      bytes: number;
    };

/** More than a jumbo frame cannot be a header. */
export const maxSkip = 9216;

/** What travels over UDP. */
export const datagramKinds = ['vxlan', 'geneve', 'geneve+vxlan', 'erm', 'erspan', 'tzsp'] as const;
export type DatagramKind = (typeof datagramKinds)[number];

/** What frames of an interface may carry; auto: whichever of them it is. */
export const frameKinds = [...datagramKinds, 'gre', 'mpls', 'auto'] as const;
export type FrameKind = (typeof frameKinds)[number];

/** One of the kinds, `raw` or `skip=N`; case is ignored. */
export function encapsulation<Kind extends string>(kinds: readonly Kind[]): ValueType<EncapsulationChoice<Kind>> {
  const bytes = integer(0, maxSkip);
  return {
    syntax: `${kinds.join('|')}|raw|skip=0..${maxSkip}`,
    parse(text) {
      const word = text.toLowerCase();
      if (word === 'raw') return { kind: 'skip', bytes: 0 };
      const kind = kinds.find((candidate) => candidate === word);
      if (kind !== undefined) return { kind };
      const skip = /^skip=?(.*)$/s.exec(word)?.[1];
      if (skip === undefined) throw unknownKind(text, kinds);
      if (skip === '') throw new ValueError('skip needs a number of bytes', 'write skip=12');
      return { kind: 'skip', bytes: bytes.parse(skip) };
    },
    format: (value) => ('bytes' in value ? (value.bytes === 0 ? 'raw' : `skip=${value.bytes}`) : value.kind),
  };
}

function unknownKind(text: string, kinds: readonly string[]): ValueError {
  const nearest = closest(text.toLowerCase(), kinds);
  const hint = nearest === undefined ? `use ${kinds.join(', ')}, skip=N` : `did you mean '${nearest}'?`;
  return new ValueError(`${quote(text)} is not an encapsulation`, hint);
}

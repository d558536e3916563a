// Tunnels that a source takes off. VXLAN: RFC 7348. VXLAN-GPE: draft-ietf-nvo3-vxlan-gpe. GENEVE: RFC 8926.
// GUE: draft-ietf-intarea-gue. GRE: RFC 2784. MPLS: RFC 3032.
import { quote } from './quote';
import { closest } from './suggest';
import { integer, ValueError, type ValueType } from './value';

/** What is taken off to get at the packet inside; raw is skip 0. */
export type EncapsulationChoice<Kind extends string> =
  | {
      kind: Kind;
      /** Tunnels inside that are taken off as well, from outside in; absent: none. */
      inside?: readonly NestedKind[];
    }
  | {
      kind: 'skip';
      /** Bytes, 0..{@link maxSkip}. */
      bytes: number;
    };

/** More than a jumbo frame cannot be a header. */
export const maxSkip = 9216;

/** Around each other; kMaxTunnelsInside in native/types.h, and the one outside. */
const maxNested = 6;

/** What can stand in, and around, other tunnels. */
const nestedKinds = ['vxlan', 'vxlan-gpe', 'geneve', 'gue', 'erm', 'erspan', 'tzsp'] as const;
export type NestedKind = (typeof nestedKinds)[number];

const udpKinds = ['vxlan', 'vxlan-gpe', 'geneve', 'geneve+vxlan', 'gue', 'erm', 'erspan', 'tzsp'] as const;

/** What travels over UDP; auto: whichever it is by port and header. */
export const datagramKinds = [...udpKinds, 'auto'] as const;

/** What frames of an interface may carry; auto: whichever of them it is. */
export const frameKinds = [...udpKinds, 'gre', 'mpls', 'auto'] as const;

/** One of the kinds, `raw` or `skip=N`; with `nests`, several of those that nest, as `vxlan+vxlan`. Case is ignored. */
export function encapsulation<Kind extends string>(
  kinds: readonly Kind[],
  { nests = false }: { nests?: boolean } = {},
): ValueType<EncapsulationChoice<Kind>> {
  const bytes = integer(0, maxSkip);
  return {
    syntax: `${kinds.join('|')}|raw|skip=0..${maxSkip}`,
    parse(text) {
      const word = text.toLowerCase();
      if (word === 'raw') return { kind: 'skip', bytes: 0 };
      const kind = kinds.find((candidate) => candidate === word);
      if (kind !== undefined) return { kind };
      if (nests && word.includes('+')) return parseNested(word) as EncapsulationChoice<Kind>;
      const skip = /^skip=?(.*)$/s.exec(word)?.[1];
      if (skip === undefined) throw unknownKind(text, kinds);
      if (skip === '') throw new ValueError('skip needs a number of bytes', 'write skip=12');
      return { kind: 'skip', bytes: bytes.parse(skip) };
    },
    format(value) {
      if ('bytes' in value) return value.bytes === 0 ? 'raw' : `skip=${value.bytes}`;
      return [value.kind, ...(value.inside ?? [])].join('+');
    },
  };
}

function parseNested(word: string): EncapsulationChoice<NestedKind> {
  const [kind, ...inside] = word.split('+').map((part) => {
    const known = nestedKinds.find((candidate) => candidate === part);
    if (known === undefined) throw notNested(part);
    return known;
  });
  if (inside.length >= maxNested) {
    throw new ValueError(`${inside.length + 1} tunnels are in each other`, `name at most ${maxNested}`);
  }
  return { kind, inside };
}

function notNested(part: string): ValueError {
  if (part === '') return new ValueError('a tunnel is missing beside +', 'write vxlan+vxlan');
  const nearest = closest(part, nestedKinds);
  const hint = nearest === undefined ? `use ${nestedKinds.join(', ')}` : `did you mean '${nearest}'?`;
  return new ValueError(`${quote(part)} is no tunnel that others are in`, hint);
}

function unknownKind(text: string, kinds: readonly string[]): ValueError {
  const nearest = closest(text.toLowerCase(), kinds);
  const hint = nearest === undefined ? `use ${kinds.join(', ')}, skip=N` : `did you mean '${nearest}'?`;
  return new ValueError(`${quote(text)} is not an encapsulation`, hint);
}

// How the members of a group share packets out. PACKET_FANOUT: packet(7); SO_ATTACH_REUSEPORT_CBPF: socket(7).
import { quote } from './quote';
import { closest } from './suggest';
import { ValueError, type ValueType } from './value';

/** PACKET_FANOUT_* of linux/if_packet.h for the modes that need nothing but their name. */
export const plainModes = { hash: 0, lb: 1, cpu: 2, rollover: 3, rnd: 4, qm: 5 } as const;
/** The modes of a group that has a program. */
export const programModes = { cbpf: 6, ebpf: 7 } as const;
export type PlainMode = keyof typeof plainModes;
export type ProgramMode = keyof typeof programModes;

/** `inner`: by the flow inside tunnels. With a program: its file, or where it is pinned. */
export type FanoutChoice<Plain extends string = PlainMode> = Plain | 'inner' | `${ProgramMode}=${string}`;

/** The user's program in a choice. */
export function programOf(choice: string): { mode: ProgramMode; path: string } | undefined {
  const match = /^(cbpf|ebpf)=(.+)$/s.exec(choice);
  return match === null ? undefined : { mode: match[1] as ProgramMode, path: match[2] };
}

/** PACKET_FANOUT_* of a choice. */
export function fanoutModeOf(choice: FanoutChoice): number {
  if (Object.hasOwn(plainModes, choice)) return plainModes[choice as PlainMode];
  return programModes[programOf(choice)?.mode ?? 'cbpf'];
}

/**
 * One of the plain modes, with or without Zeek's prefix FANOUT_; inner; or cbpf=FILE, ebpf=PINNED. Case is ignored but
 * in paths.
 */
export function fanoutChoice<Plain extends string>(plain: readonly Plain[]): ValueType<FanoutChoice<Plain>> {
  const words = [...plain, 'inner'] as const;
  const syntax = [...words, 'cbpf=FILE', 'ebpf=PINNED'].join('|');
  return {
    syntax,
    parse(text) {
      const sign = text.indexOf('=');
      if (sign >= 0) return withProgram(text.slice(0, sign).toLowerCase(), text.slice(sign + 1), syntax);
      const word = text
        .slice(text.lastIndexOf(':') + 1)
        .toLowerCase()
        .replace(/^fanout_/, '');
      const known = words.find((candidate) => candidate === word);
      if (known !== undefined) return known;
      if (Object.hasOwn(programModes, word)) {
        throw new ValueError(`${quote(text)} needs a steering program`, `write fanout=${word}=FILE, or fanout=inner`);
      }
      const nearest = closest(word, words);
      const hint = nearest === undefined ? `use ${syntax}` : `did you mean '${nearest}'?`;
      throw new ValueError(`${quote(text)} is not one of ${words.join(', ')}, cbpf=FILE, ebpf=PINNED`, hint);
    },
    format: (value) => value,
  };
}

function withProgram(mode: string, path: string, syntax: string): `${ProgramMode}=${string}` {
  if (!Object.hasOwn(programModes, mode)) throw new ValueError(`${quote(mode)} takes no program`, `use ${syntax}`);
  if (path === '') throw new ValueError(`${mode} needs a path`, `write fanout=${mode}=FILE`);
  if (path.includes(':')) throw new ValueError(`${quote(path)} has a ':', which ends an option`, 'rename the file');
  return `${mode as ProgramMode}=${path}`;
}

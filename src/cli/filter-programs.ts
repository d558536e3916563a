import { loadAddon } from '../engine/addon';
import type { BpfInstruction } from '../engine/native';
import { filterParts, type TunnelTest } from '../plan/filter';
import type { CapturePlan } from '../plan/plan';
import { toNativeFilter } from '../plan/tunnel-tests';
import { printable } from '../source/quote';
import { UsageError } from './usage-error';

/** What a userspace filter runs where its tests of the tunnel gave certain answers. */
interface ProgramForAnswers {
  program: readonly BpfInstruction[];
  /** Each as one set: `vni 42, not tunnel src 10.0.0.1`. */
  answers: string[];
}

/**
 * -d for a filter with tests of tunnels that runs in userspace: each program below the answers with which it runs.
 * @throws CaptureError with libpcap's words for a filter that does not compile, UsageError for -dd
 */
export function formatPrograms(
  plan: CapturePlan,
  linkType: number,
  times: number,
  disassemble: (program: readonly BpfInstruction[]) => string,
): string {
  if (times > 1) {
    throw new UsageError('-dd is for one program, and the tunnel of a packet chooses among several', '-d shows them');
  }
  return programsOf(plan, linkType)
    .map(({ program, answers }) => `${answers.map((set) => `# ${set}\n`).join('')}${disassemble(program)}`)
    .join('');
}

function programsOf(plan: CapturePlan, linkType: number): ProgramForAnswers[] {
  const { tests } = filterParts(plan.filter.value);
  const programs = loadAddon().programsByAnswers(
    toNativeFilter(plan),
    linkType,
    plan.snaplen.value,
    plan.optimizeFilter.value,
  );
  const byText = new Map<string, ProgramForAnswers>();
  for (const [answers, program] of programs.entries()) {
    const key = JSON.stringify(program);
    const known = byText.get(key) ?? { program, answers: [] };
    known.answers.push(answersText(tests, answers));
    byText.set(key, known);
  }
  return [...byText.values()];
}

function answersText(tests: readonly TunnelTest[], answers: number): string {
  return tests.map(({ text }, index) => `${(answers >> index) & 1 ? '' : 'not '}${printable(text)}`).join(', ');
}

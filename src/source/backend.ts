import type { SourceErrorCode } from './error';
import type { OptionTable } from './option';

/** The address of something inside a source's text, and how to refuse it. */
export interface SourceText {
  /** The whole URI, for messages. */
  readonly text: string;
  /** Throws a SourceError about the character at `position`. */
  fail(code: SourceErrorCode, position: number, reason: string, hint: string): never;
}

/** A kind of source: how its target is written, and its options. One file per backend. */
export interface Backend<Target> {
  /** The word before `::`. */
  readonly name: string;
  /** The target's form, for help: `ADDRESS:PORT`. */
  readonly targetSyntax: string;
  /** What the backend is, one line. */
  readonly help: string;
  readonly options: OptionTable;
  /** Zeek's options that have no meaning here, and why; named so that the refusal can say so. */
  readonly unsupported: Readonly<Record<string, string>>;
  /**
   * Reads the target that starts at `start`. Returns it, and where it ended: at the end of the text or at the colon
   * before the first option.
   */
  parseTarget(source: SourceText, start: number): { target: Target; end: number };
  formatTarget(target: Target): string;
}

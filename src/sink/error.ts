import type { SourceErrorCode } from '../source/error';
import { quote } from '../source/quote';

/** What is wrong with a sink, in a word that scripts can rely on. */
export type SinkErrorCode = SourceErrorCode extends `ESOURCE_${infer What}` ? `ESINK_${What}` : never;

/** A sink URI that cannot be understood. */
export class SinkError extends Error {
  override readonly name = 'SinkError';

  /**
   * @param code     stable name of the failure
   * @param sink     the whole text that was parsed
   * @param position index in that text of the character at fault, from 0; its length where something is missing
   * @param reason   what is wrong there
   * @param hint     what to write instead
   */
  constructor(
    readonly code: SinkErrorCode,
    readonly sink: string,
    readonly position: number,
    reason: string,
    readonly hint: string,
  ) {
    super(`bad sink ${quote(sink)}, character ${position + 1}: ${reason}`);
  }
}

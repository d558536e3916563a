import { quote } from './quote';

/** What is wrong with a source, in a word that scripts can rely on. */
export type SourceErrorCode =
  | 'ESOURCE_BACKEND'
  | 'ESOURCE_INTERFACE'
  | 'ESOURCE_ADDRESS'
  | 'ESOURCE_PORT'
  | 'ESOURCE_OPTION'
  | 'ESOURCE_VALUE'
  | 'ESOURCE_CONFLICT';

/** A source URI that cannot be understood. */
export class SourceError extends Error {
  override readonly name = 'SourceError';

  /**
   * @param code     stable name of the failure
   * @param source   the whole text that was parsed
   * @param position index in that text of the character at fault, from 0; its length where something is missing
   * @param reason   what is wrong there
   * @param hint     what to write instead
   */
  constructor(
    readonly code: SourceErrorCode,
    readonly source: string,
    readonly position: number,
    reason: string,
    readonly hint: string,
  ) {
    super(`bad source ${quote(source)}, character ${position + 1}: ${reason}`);
  }
}

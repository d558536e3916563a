/** Address prefixes that have only as many bytes as they need. */
import { loadPrefix, prefixView } from '../decode/prefix';
import type { ByteView } from '../decode/view';
import type { JsonWriter } from './writer';

/** Members `prefix` and `prefix_length`; `bits` is at most 32 in family 4 and 128 in family 6. */
export function writePrefix(json: JsonWriter, view: ByteView, family: 4 | 6, at: number, bits: number): void {
  loadPrefix(view, at, bits);
  json.address('prefix', prefixView, family, 0);
  json.number('prefix_length', bits);
}

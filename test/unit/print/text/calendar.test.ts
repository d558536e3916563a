import { expect, test } from 'vitest';
import { localTimeText } from '../../../../src/print/text/calendar';
import { LineWriter } from '../../../../src/print/text/line-writer';

function textOf(seconds: number, hoursAhead: number): string {
  let text = '';
  const out = new LineWriter((bytes, length) => {
    text = Buffer.from(bytes.subarray(0, length)).toString('latin1');
  });
  localTimeText(out, seconds, { offsetAt: () => 3600 * hoursAhead });
  out.flush();
  return text;
}

test.each([
  [0, 0, 'Thu Jan  1 00:00:00 1970'],
  [1_709_251_199, 0, 'Thu Feb 29 23:59:59 2024'],
  [1_709_251_199, 1, 'Fri Mar  1 00:59:59 2024'],
  [4_294_967_295, 0, 'Sun Feb  7 06:28:15 2106'],
])('%d seconds, %d hours ahead, are %s', (seconds, hours, text) => {
  expect(textOf(seconds, hours)).toBe(text);
});

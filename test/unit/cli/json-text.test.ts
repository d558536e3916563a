import { expect, test } from 'vitest';
import { jsonText } from '../../../src/cli/json-text';

test('no control character of a name stands raw in an object of JSON', () => {
  const name = 'e\x1b[31m\x7f\u009b';
  const text = jsonText({ name });
  expect(text).toBe('{"name":"e\\u001b[31m\\u007f\\u009b"}');
  expect(JSON.parse(text)).toEqual({ name });
});

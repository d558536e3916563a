import { describe, expect, test } from 'vitest';
import { judge, Placement } from '../../../src/fanout-test/placement';
import { carriers, flowCount, framesOf, readMark } from '../../../src/fanout-test/traffic';

function placement(packets: [flow: string, worker: number][], workers = 2, expected = 0) {
  const result = new Placement(workers, expected);
  for (const [flow, worker] of packets) result.add(flow, worker);
  return result;
}

describe('the verdict', () => {
  test('passes flows that stay together on several workers', () => {
    const flows = placement([
      ['a', 0],
      ['b', 1],
      ['a', 0],
    ]);
    expect(judge(flows)).toEqual({ passed: true, finding: '2 flows, each on one of 2 workers: 1, 1' });
  });

  test.each([
    [placement([]), 'no packet of a flow was seen'],
    [
      placement([
        ['a', 0],
        ['a', 1],
        ['b', 1],
      ]),
      '1 of 2 flows are on several workers',
    ],
    [placement(Array.from({ length: 22 }, (_, at) => [String(at % 11), 1])), 'all 11 flows are on one worker'],
    [
      placement([
        ['a', 1],
        ['b', 1],
        ['a', 1],
      ]),
      'all 2 flows are on one worker, which so few may be by chance',
    ],
    [
      placement([
        ['a', 1],
        ['a', 1],
      ]),
      '1 flow is on one worker, which so few may be by chance',
    ],
    [
      placement([
        ['a', 0],
        ['b', 1],
      ]),
      '2 flows of one packet each, which tell nothing',
    ],
    [
      placement(
        [
          ['a', 0],
          ['b', 1],
        ],
        2,
        3,
      ),
      '1 of 3 packets were not seen',
    ],
  ])('fails %#', (flows, finding) => expect(judge(flows)).toEqual({ passed: false, finding }));

  test('a single worker may have everything', () => {
    expect(
      judge(
        placement(
          [
            ['a', 0],
            ['b', 0],
          ],
          1,
        ),
      ).passed,
    ).toBe(true);
  });
});

describe('the traffic of the test', () => {
  test.each(carriers)('each frame in %s tells its carrier and flow, and each flow has two', (carrier) => {
    const marks = framesOf(carrier).map((frame) =>
      readMark(new DataView(frame.buffer, frame.byteOffset, frame.length), frame.length),
    );
    expect(marks.every((mark) => mark?.carrier === carriers.indexOf(carrier))).toBe(true);
    const counts = new Map<number | undefined, number>();
    for (const mark of marks) counts.set(mark?.flow, (counts.get(mark?.flow) ?? 0) + 1);
    expect(counts.size).toBe(flowCount);
    expect(new Set(counts.values())).toEqual(new Set([2]));
  });

  test('other bytes are none of its frames', () => {
    expect(readMark(new DataView(new ArrayBuffer(60)), 60)).toBeUndefined();
    expect(readMark(new DataView(new ArrayBuffer(4)), 4)).toBeUndefined();
  });
});

import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../src/cli/arguments';
import { choosePainter } from '../../../src/cli/color';
import { explain } from '../../../src/cli/explain';
import { type FlagSpec, flags } from '../../../src/cli/flags';
import { flagTitle, helpText } from '../../../src/cli/help';
import { captureRequest } from '../../../src/cli/request';
import { resolvePlan } from '../../../src/plan/resolve';
import { backends } from '../../../src/source/uri';

const never = new Map([['color', ['never']]] as const) as ReturnType<typeof parseArguments>['flags'];
const always = new Map([['color', ['always']]] as const) as ReturnType<typeof parseArguments>['flags'];

describe('--help', () => {
  test('names every flag and every option of a source', async () => {
    const text = helpText(await choosePainter(never, 1));
    for (const spec of Object.values<FlagSpec>(flags)) expect(text).toContain(`  ${flagTitle(spec)}`);
    for (const { options } of Object.values(backends)) {
      for (const [name, spec] of Object.entries(options)) expect(text).toContain(spec.bare ? spec.type.syntax : name);
    }
  });

  test.each([undefined, 132, 100, 80])('fits into %s columns, of which it takes 100 at most', async (columns) => {
    const lines = helpText(await choosePainter(never, 1), columns).split('\n');
    expect(lines.filter((line) => line.length > Math.min(columns ?? 100, 100))).toEqual([]);
  });

  test('has colour only when it is asked for', async () => {
    expect(helpText(await choosePainter(never, 1))).not.toContain('\u001b');
    expect(helpText(await choosePainter(always, 1))).toContain('\u001b');
  });

  test('--color takes no other words', async () => {
    const sometimes = parseArguments(['--color', 'sometimes']).flags;
    await expect(choosePainter(sometimes, 1)).rejects.toThrow("--color is auto, always or never, not 'sometimes'");
  });
});

describe('--explain', () => {
  test('shows each value with its origin', async () => {
    const argv = ['-i', 'eth0:fanout=lb', '-s', '96', 'AF_Packet::fanout_id=24', 'tcp'];
    const text = explain(resolvePlan(captureRequest(parseArguments(argv))), await choosePainter(never, 1));
    expect(text).toMatch(/^source af_packet::eth0 {2}flag -i eth0:fanout=lb$/m);
    expect(text).toMatch(/^ {2}fanout_mode +lb +uri eth0:fanout=lb$/m);
    expect(text).toMatch(/^ {2}fanout_id +24 +redef AF_Packet::fanout_id=24$/m);
    expect(text).toMatch(/^ {2}buffer_size +128M +default$/m);
    expect(text).toMatch(/^ {2}snapshot length +96 +flag -s 96$/m);
    expect(text).toMatch(/^ {2}filter +tcp +flag command line$/m);
    expect(text).toContain('joins the fanout group 24\n');
  });

  test('shows that -s does not cut the packets of a file', async () => {
    const plan = resolvePlan(captureRequest(parseArguments(['-r', 'x.pcap', '-s', '96'])));
    expect(explain(plan, await choosePainter(never, 1))).toMatch(/^ {2}snapshot length +that of the file +default$/m);
  });

  test.each([
    ['lo', '23', 'joins no fanout group'],
    ['lo:workers=2', 'auto', 'joins a fanout group of its own'],
    ['lo:fanout_id=auto', 'auto', 'joins a fanout group of its own'],
    ['lo:workers=2:fanout=hash', '23', 'joins the fanout group 23'],
  ])('shows of %s the group that is joined', async (source, id, joins) => {
    const plan = resolvePlan(captureRequest(parseArguments(['-i', source])));
    const text = explain(plan, await choosePainter(never, 1));
    expect(text).toMatch(new RegExp(`^ {2}fanout_id +${id} `, 'm'));
    expect(text).toContain(`  ${joins}\n`);
  });

  test('shows no control character of a filter raw', async () => {
    const plan = resolvePlan(captureRequest(parseArguments(['-r', 'f', '\u001b[2J'])));
    expect(explain(plan, await choosePainter(never, 1))).not.toContain('\u001b');
  });
});

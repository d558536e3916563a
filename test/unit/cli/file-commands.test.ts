import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { FileCommands } from '../../../src/cli/file-commands';

/** Commands whose reports the test writes itself. */
function begin() {
  const folder = mkdtempSync(join(tmpdir(), 'fandump-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const pipe = join(folder, 'reports');
  execFileSync('mkfifo', [pipe]);
  const reports = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
  const writer = openSync(pipe, constants.O_WRONLY);
  const complaints: string[] = [];
  const session = { commandReports: () => reports, endCommands: () => {} };
  const commands = new FileCommands(session, 'gzip', (line) => complaints.push(line));
  return { commands, complaints, report: (text: string) => writeSync(writer, text), end: () => closeSync(writer) };
}

describe('a command of -z that fails', () => {
  test('is told of with how it ended, and its file', async () => {
    const { commands, complaints, report, end } = begin();
    report('x1 a b\0s15 c\nd\0');
    report('e2 e\0');
    end();
    await commands.ended();
    expect(complaints).toEqual([
      '-z gzip a b: ended with exit code 1',
      '-z gzip c\nd: ended with SIGTERM',
      '-z gzip e: cannot be started: no such file or directory',
    ]);
  });

  test('is told of once its report has come to the end', async () => {
    const { commands, complaints, report, end } = begin();
    report('x12');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(complaints).toEqual([]);
    report('7 a\0');
    end();
    await commands.ended();
    expect(complaints).toEqual(['-z gzip a: ended with exit code 127']);
  });

  test('is told of where nothing runs it any more', async () => {
    const { complaints, end } = begin();
    end();
    await expect.poll(() => complaints).toEqual(['-z gzip: the process that runs it has ended']);
  });
});

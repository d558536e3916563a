// The place of the savefile: is there room, and does it take packets as fast as they come?
import { dirname } from 'node:path';
import type { CapturePlan } from '../plan/plan';
import { sizeText } from './amounts';
import { type Check, type Finding, note, ok, wrong } from './check';
import { devicesOf } from './devices';
import type { FolderFacts, Host } from './host';
import { commandLine } from './shell';

const mebibyte = 1024 * 1024;
/** Less than this is full in a moment. */
const littleSpace = 64 * mebibyte;
const someSpace = 1024 * mebibyte;
const bitsPerByte = 8;
const megabit = 1_000_000;

export const savefile: Check = {
  name: 'savefile',
  run(host, plan) {
    const path = plan.output.save?.value;
    if (path === undefined || path === '-') return [];
    const place = dirname(path);
    const folder = host.folder(place);
    if (folder === undefined) {
      return [wrong(`there is no folder ${place}`, 'the savefile cannot be made', commandLine('mkdir', '-p', place))];
    }
    if (!folder.writable) {
      const mend = commandLine('ls', '-ld', place);
      return [wrong(`${place} may not be written to`, 'the savefile cannot be made', mend)];
    }
    return [space(place, folder), speed(host, plan, place)];
  },
};

function space(place: string, { free, total }: FolderFacts): Finding {
  const finding = `${place} has ${sizeText(free)} free of ${sizeText(total)}`;
  const why = 'the capture ends when the file system is full';
  const mend = commandLine('df', '-h', place);
  if (free < littleSpace) return wrong(finding, why, mend);
  if (free < someSpace) return note(finding, why, mend);
  return ok(finding);
}

function speed(host: Host, plan: CapturePlan, place: string): Finding {
  const bytesPerSecond = host.writeSpeed(place);
  if (bytesPerSecond === undefined) {
    return note(
      `how fast ${place} is written was not measured`,
      'its file system has no unnamed files, or no room for one',
    );
  }
  const rate = `${place} takes ${sizeText(bytesPerSecond)}/s (measured with an unnamed file, gone again)`;
  const line = Math.max(0, ...devicesOf(host, plan).map(({ facts }) => facts.speed));
  if (line === 0 || bytesPerSecond * bitsPerByte >= line * megabit) return ok(rate);
  const fastest = sizeText((line * megabit) / bitsPerByte);
  return note(`${rate}, the link brings up to ${fastest}/s`, 'at full rate packets are lost once the buffers are full');
}

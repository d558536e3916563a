import { type Autostop, compressionOf, formatOf, rotates, type SavefilePlan } from '../plan/savefile';
import type { Setting } from '../settings/setting';
import { formatSize } from '../source/units';

/** What holds for the files of -w, as --explain shows it. */
export function explainSavefile(path: string, plan: SavefilePlan): [name: string, value: Setting<string | number>][] {
  const { method, level } = compressionOf(plan, path);
  const compression = level === 0 ? method : `${method}, level ${level}`;
  const rows: [string, Setting<string | number>][] = [
    ['format', { ...plan.format, value: formatOf(plan, path) }],
    ['interface per VNI', yesNo(plan.interfacePerVni)],
    ['compression', { ...plan.compression, value: compression }],
    ['memory for the disk', { ...plan.bufferBytes, value: formatSize(plan.bufferBytes.value) }],
    ['when the disk is full', plan.onFull],
    ['on the disk after', { ...plan.syncSeconds, value: secondsText(plan.syncSeconds.value, 'the system decides') }],
    ['past the page cache', yesNo(plan.uncached)],
    ['write over files', yesNo(plan.force)],
  ];
  if (rotates(plan)) {
    const bytes = plan.rotateBytes.value;
    rows.push(
      ['next file after bytes', { ...plan.rotateBytes, value: bytes || 'any number' }],
      ['next file after', { ...plan.rotateSeconds, value: secondsText(plan.rotateSeconds.value, 'any time') }],
      ['files', { ...plan.files, value: plan.files.value || 'any number' }],
      ['on the clock', yesNo(plan.onClock)],
    );
  }
  if (plan.command.value.length > 0) {
    rows.push(['command for each file', { ...plan.command, value: plan.command.value.join(' ') }]);
    rows.push(['commands at a time', plan.commandJobs]);
  }
  return rows;
}

/** The same for the packets of a tcp sink. */
export function explainStream(plan: SavefilePlan): [name: string, value: Setting<string>][] {
  return [
    ['format', { ...plan.format, value: formatOf(plan, '') }],
    ['interface per VNI', yesNo(plan.interfacePerVni)],
  ];
}

export function autostopText({ seconds, bytes, packets }: Autostop): string {
  const parts = [
    ...(seconds > 0 ? [`${seconds} s`] : []),
    ...(bytes > 0 ? [`${bytes} bytes`] : []),
    ...(packets > 0 ? [`${packets} packets`] : []),
  ];
  return parts.join(' or ') || 'none';
}

function secondsText(seconds: number, none: string): string {
  return seconds === 0 ? none : `${seconds} s`;
}

function yesNo(setting: Setting<boolean>): Setting<string> {
  return { ...setting, value: setting.value ? 'yes' : 'no' };
}

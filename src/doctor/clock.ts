// Where time stamps come from: the kernel's clock source, who keeps the clock right, the clock of the device.
import type { PlannedAfPacket } from '../plan/plan';
import { type Check, type Finding, note, ok, wrong } from './check';
import { type Device, devicesOf } from './devices';
import type { Host } from './host';
import { hasCapability } from './process-status';
import { commandLine } from './shell';

const sourceFolder = '/sys/devices/system/clocksource/clocksource0';
/** These are read with one instruction and no system call (Documentation/timers/timekeeping.rst). */
const quickSources = [
  'tsc',
  'kvm-clock',
  'hyperv_clocksource_tsc_page',
  'arch_sys_counter',
  'timebase',
  'riscv_clocksource',
];

export const clock: Check = {
  name: 'clock',
  run(host, plan) {
    const findings = [...clockSource(host), synchronisation(host)];
    for (const device of devicesOf(host, plan)) {
      const source = device.sources.find(({ backend }) => backend === 'af_packet') as PlannedAfPacket | undefined;
      if (source !== undefined) findings.push(...deviceClock(host, device, source));
    }
    return findings;
  },
};

function clockSource(host: Host): Finding[] {
  const current = host.read(`${sourceFolder}/current_clocksource`)?.trim();
  if (current === undefined) return [];
  if (quickSources.includes(current)) return [ok(`the clock source is ${current}`)];
  const available = host.read(`${sourceFolder}/available_clocksource`)?.trim().split(/\s+/) ?? [];
  const better = quickSources.find((name) => available.includes(name));
  const mend = better === undefined ? '' : `echo ${better} | sudo tee ${sourceFolder}/current_clocksource`;
  return [note(`the clock source is ${current}`, 'each time stamp costs about a microsecond', mend)];
}

function synchronisation(host: Host): Finding {
  const { synchronised, maxErrorMicroseconds } = host.clock();
  if (synchronised) return ok(`the clock is kept right, within ${maxErrorMicroseconds} microseconds`);
  const why = 'time stamps cannot be compared with those of other hosts';
  return note('nothing keeps the clock right', why, 'sudo timedatectl set-ntp true');
}

function deviceClock(host: Host, { name, facts }: Device, source: PlannedAfPacket): Finding[] {
  const canStamp = facts.timestamps?.receivesAll ?? false;
  if (!source.options.enable_hw_timestamping.value) {
    return canStamp ? [ok(`${name} could stamp frames itself: enable_hw_timestamping`)] : [];
  }
  if (!canStamp) {
    const why = 'enable_hw_timestamping is refused';
    return [wrong(`${name} cannot stamp every frame it receives`, why, commandLine('ethtool', '-T', name))];
  }
  if (!hasCapability(host, 'CapEff', 'netAdmin')) {
    const mend = `sudo "$(command -v fandump)" ${commandLine('-i', source.origin.value)}`;
    return [wrong(`stamping by ${name} needs CAP_NET_ADMIN`, 'enable_hw_timestamping is refused', mend)];
  }
  const number = facts.timestamps?.clock ?? -1;
  if (number < 0) return [ok(`${name} stamps frames itself`)];
  const why = 'its time is its own until something sets it';
  const mend = commandLine('sudo', 'phc2sys', '-s', 'CLOCK_REALTIME', '-c', name, '-O', 0);
  return [note(`${name} stamps frames by its own clock /dev/ptp${number}`, why, mend)];
}

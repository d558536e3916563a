import { CaptureError } from '../engine/errors';
import type { Addon } from '../engine/native';
import { CaptureSession } from '../engine/session';
import { toNativePlan } from '../plan/native-plan';
import type { CapturePlan, PlannedAfPacket, PlannedSource, PlannedUdp } from '../plan/plan';
import { anyInterface } from '../source/af-packet';
import { linkTypes } from '../source/link-type';

/**
 * The LINKTYPE_ value that the plan's source will have. Opens no socket; a savefile has to be opened to know.
 * @throws CaptureError for an interface or a file that is not there
 */
export function plannedLinkType(source: PlannedSource, plan: CapturePlan, addon: Addon): number {
  switch (source.backend) {
    case 'af_packet':
      return interfaceLinkType(source, addon);
    case 'udp':
      return innerLinkType(source);
    case 'tcp':
    case 'tcp+connect':
      throw new CaptureError(
        'ELINKTYPE',
        `${source.name}: the link type is known when packets come`,
        0,
        '-d -y TYPE without -i',
      );
    case 'savefile':
      return savefileLinkType({ ...plan, sources: [source] });
  }
}

function interfaceLinkType(source: PlannedAfPacket, addon: Addon): number {
  const { value } = source.options.link_type;
  if (value !== 'auto') return value;
  if (source.interface === anyInterface) return linkTypes.LINUX_SLL2;
  const device = addon.interfaces().find(({ name }) => name === source.interface);
  if (device === undefined) {
    throw new CaptureError('ENOINTERFACE', `${source.interface}: no such interface`, 0, 'fandump -D lists them');
  }
  return device.linkType;
}

function innerLinkType({ options }: PlannedUdp): number {
  switch (options.dlt.value) {
    case 'raw':
      return linkTypes.RAW;
    case 'ppp':
      return linkTypes.PPP;
    default:
      return linkTypes.EN10MB;
  }
}

/** `plan` has that one source. */
function savefileLinkType(plan: CapturePlan): number {
  const session = CaptureSession.open({
    ...toNativePlan(plan),
    filter: '',
    tunnelTests: undefined,
    save: undefined,
    invalid: undefined,
    forward: undefined,
    batch: undefined,
    countBy: undefined,
  });
  try {
    return session.sources[0].linkType;
  } finally {
    session.close();
  }
}

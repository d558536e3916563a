/** One packet, one line, one JSON object: {@link PacketJson}. */
import { PacketFlag, type PacketRecord } from '../decode/packet';
import { ByteView } from '../decode/view';
import type { RecordPrinter } from '../print/record-printer';
import type { LineWriter } from '../print/text/line-writer';
import { communityIdLength, zeekProtocol } from './community-id';
import { JsonContext } from './context';
import { FlowMemory } from './flow-memory';
import { defaultJsonOptions, type JsonOptions } from './options';
import { tablesFor } from './packet-types';
import { layerTables } from './tables';
import { writeTunnel } from './tunnel';
import { element, JsonWriter } from './writer';

/** packet(7), PACKET_HOST and so on. */
const directions = ['host', 'broadcast', 'multicast', 'otherhost', 'outgoing'];
const encoder = new TextEncoder();

export class JsonPrinter implements RecordPrinter {
  private readonly json: JsonWriter;
  private readonly context: JsonContext;
  private readonly flows = new FlowMemory();
  /** Covers the memory before the packet too, where the tunnel's facts lie. */
  private readonly surroundings = new ByteView();
  private readonly sources: Uint8Array[];
  private readonly idPrefix = encoder.encode('1:');
  private packets = 0;

  /** `sources`: what the sources of the plan are called, by number. */
  constructor(
    private readonly out: LineWriter,
    private readonly options: JsonOptions = defaultJsonOptions,
    sources: readonly string[] = [],
  ) {
    this.json = new JsonWriter(out);
    this.context = new JsonContext(this.json, tablesFor(options.packetType, layerTables));
    this.sources = sources.map(encodedString);
  }

  /** Prints `record`; keeps nothing of it. Never throws for anything that its bytes, lengths and time may hold. */
  print(record: PacketRecord): void {
    const { json, context } = this;
    const { offset, caplen } = record;
    json.beginObject(element);
    this.capture(record);
    context.begin(record.bytes, record.view, offset, caplen);
    json.beginArray('layers');
    // A record that says less than it holds contradicts itself: the bytes are there.
    context.layersFrom(context.tables.link.get(record.linkType), offset, Math.max(record.len, caplen));
    json.endArray();
    if (context.layersOmitted) json.yes('layers_omitted');
    if (context.vlan >= 0) json.number('vlan', context.vlan);
    if (context.innerVlan >= 0) json.number('inner_vlan', context.innerVlan);
    // A layer's length field may have narrowed the view; the flow's addresses are before it.
    if (context.flow.isKnown) this.flow();
    if (this.options.bytes !== 'none') this.bytes(record);
    json.endDocument();
  }

  /** What is known of the packet besides its bytes. */
  private capture(record: PacketRecord): void {
    const { json } = this;
    const { flags, tunnel } = record;
    json.time('time', record.seconds, record.nanoseconds);
    if (this.options.number) json.number('number', ++this.packets);
    json.number('caplen', record.caplen);
    json.number('len', record.len);
    json.number('link_type', record.linkType);
    const source = this.sources[record.source];
    if (source !== undefined) json.encoded('source', source);
    json.number('worker', record.worker);
    if (record.interfaceIndex > 0) json.number('interface_index', record.interfaceIndex);
    const direction = directions[record.direction];
    if (direction !== undefined) json.word('direction', direction);
    if ((flags & PacketFlag.hardwareTime) !== 0) json.yes('hardware_time');
    if ((flags & PacketFlag.checksumNotReady) !== 0) json.yes('checksum_not_ready');
    if ((flags & PacketFlag.checksumValid) !== 0) json.yes('checksum_valid');
    if ((flags & PacketFlag.truncated) !== 0) json.yes('receive_truncated');
    if ((flags & PacketFlag.vlanRestored) !== 0) json.yes('vlan_restored');
    if (tunnel === undefined) return;
    this.surroundings.attach(record.bytes, record.view, 0, record.bytes.length);
    writeTunnel(json, this.surroundings, tunnel);
  }

  private flow(): void {
    const { json, flows, out } = this;
    const { flow, view } = this.context;
    flows.find(flow, view);
    const forth = flows.isOriginator;
    const { family, sourceAt, destinationAt, sourcePort, destinationPort } = flow;
    json.address('id.orig_h', view, family, forth ? sourceAt : destinationAt);
    json.number('id.orig_p', forth ? sourcePort : destinationPort);
    json.address('id.resp_h', view, family, forth ? destinationAt : sourceAt);
    json.number('id.resp_p', forth ? destinationPort : sourcePort);
    json.word('proto', zeekProtocol(flow.protocol));
    json.number('ip_proto', flow.protocol);
    json.beginString('community_id');
    out.literal(this.idPrefix);
    for (let i = 0; i < communityIdLength; i++) out.char(flows.ids[flows.idAt + i]);
    json.endString();
  }

  private bytes({ bytes, offset, caplen }: PacketRecord): void {
    const skip = this.options.bytes === 'whole' ? 0 : Math.min(this.context.linkLength, caplen);
    this.json.hexOf('bytes', bytes, offset + skip, caplen - skip);
  }
}

/** A string of the program's as JSON in ASCII. */
function encodedString(text: string): Uint8Array {
  const ascii = JSON.stringify(text).replace(/[^\x20-\x7e]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return encoder.encode(ascii);
}

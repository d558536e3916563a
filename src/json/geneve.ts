/** Geneve (RFC 8926), and its options wherever they were kept. */
import { GeneveLayer, geneveHeaderLength } from '../decode/geneve';
import { GeneveOption, geneveOptionHeaderLength } from '../decode/geneve-option';
import { GreProtocol } from '../decode/gre';
import type { ByteView } from '../decode/view';
import type { JsonContext } from './context';
import { writeEthernet } from './ethernet';
import { element, type JsonWriter } from './writer';

const layer = new GeneveLayer();
const option = new GeneveOption();
const Flag = { control: 0x80, critical: 0x40 } as const;

export function writeGeneve(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('geneve');
  layer.decode(view, at);
  const { protocol, optionsLength } = layer;
  json.number('version', layer.version);
  json.boolean('control', (layer.flags & Flag.control) !== 0);
  json.boolean('critical', (layer.flags & Flag.critical) !== 0);
  json.number('protocol', protocol);
  json.number('vni', layer.vni);
  const optionsAt = at + geneveHeaderLength;
  if (optionsLength > 0) {
    view.need(optionsAt, optionsLength);
    writeGeneveOptions(json, 'options', view, optionsAt, optionsLength);
  }
  json.endLayer();
  const headerLength = geneveHeaderLength + optionsLength;
  const write = protocol === GreProtocol.bridged ? writeEthernet : context.tables.ethertype.get(protocol);
  context.next(write, at + headerLength, length - headerLength);
}

/** `length` bytes of options, all of which are there; an option that is longer than they are ends the array. */
export function writeGeneveOptions(json: JsonWriter, name: string, view: ByteView, at: number, length: number): void {
  json.beginArray(name);
  const end = at + length;
  let from = at;
  while (from + geneveOptionHeaderLength <= end) {
    option.decode(view, from);
    const { dataAt, dataLength } = option;
    json.beginObject(element);
    json.number('class', option.optionClass);
    json.number('type', option.type);
    json.boolean('critical', option.critical);
    if (option.name !== undefined) json.word('name', option.name);
    if (dataAt + dataLength > end) json.yes('malformed');
    else json.hex('data', view, dataAt, dataLength);
    json.endObject();
    from = dataAt + dataLength;
  }
  json.endArray();
}

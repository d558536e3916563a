/**
 * What the writers of one packet's layers share: the bytes, the JSON, the flow, and where the next layer is looked up.
 * One object for the whole run; nothing in it is allocated per packet.
 */
import { ByteView, TRUNCATED } from '../decode/view';
import { Flow } from './flow';
import type { JsonWriter } from './writer';

/** Writes the layer that starts at `at` and what it carries; `length` is its length on the wire. */
export type LayerWriter = (context: JsonContext, at: number, length: number) => void;

/** undefined: no layer is known to be on that port. */
export type PortWriters = Pick<ReadonlyMap<number, LayerWriter>, 'get'>;

/** Where the next layer's writer is looked up; filled by tables.ts. */
export interface LayerTables {
  /** By LINKTYPE_ value. */
  readonly link: Map<number, LayerWriter>;
  readonly ethertype: Map<number, LayerWriter>;
  /** By IP protocol number, 0..255. */
  readonly ip: (LayerWriter | undefined)[];
  readonly tcpPort: PortWriters;
  readonly udpPort: PortWriters;
  /** By PPP protocol number. */
  readonly ppp: Map<number, LayerWriter>;
}

/** No real packet nests deeper; a hostile one is cut off here, and says so. */
const mostLayers = 64;
const noVlan = -1;

export class JsonContext {
  readonly view = new ByteView();
  readonly flow = new Flow();
  /** The outermost VLAN tag and the one inside it; -1: none. */
  vlan = noVlan;
  innerVlan = noVlan;
  /** Length of the link header: -x starts after it. */
  linkLength = 0;
  /** true while the datagram quoted by an ICMP error is written. */
  quoting = false;
  /** Layers were left out because there were too many. */
  layersOmitted = false;
  private layers = 0;

  constructor(
    readonly json: JsonWriter,
    readonly tables: LayerTables,
  ) {}

  begin(bytes: Uint8Array, data: DataView, at: number, caplen: number): void {
    this.view.attach(bytes, data, at, at + caplen);
    this.flow.clear();
    this.vlan = noVlan;
    this.innerVlan = noVlan;
    this.linkLength = 0;
    this.quoting = false;
    this.layersOmitted = false;
    this.layers = 0;
  }

  /** Writes what comes next, if anything does and a writer knows it. */
  next(write: LayerWriter | undefined, at: number, length: number): void {
    if (write === undefined || length <= 0) return;
    if (this.layers === mostLayers) {
      this.layersOmitted = true;
      return;
    }
    this.layers++;
    write(this, at, length);
  }

  /** Writes layers up to where the captured bytes end; what is open then is closed and marked as truncated. */
  layersFrom(write: LayerWriter | undefined, at: number, length: number): void {
    const { depth } = this.json;
    try {
      this.next(write, at, length);
    } catch (error) {
      if (error !== TRUNCATED) throw error;
      this.json.unwind(depth);
    }
  }

  /** The datagram that an ICMP error quotes, as an array of layers; it belongs to another flow. */
  quote(write: LayerWriter | undefined, at: number, length: number): void {
    if (this.quoting || length <= 0) return;
    const { view, json } = this;
    const { end } = view;
    this.quoting = true;
    json.beginArray('quoted');
    this.layersFrom(write, at, length);
    json.endArray();
    this.quoting = false;
    view.end = end;
  }

  /** A VLAN tag of the packet's own, outermost first. */
  tagged(id: number): void {
    if (this.quoting) return;
    if (this.vlan === noVlan) this.vlan = id;
    else if (this.innerVlan === noVlan) this.innerVlan = id;
  }
}

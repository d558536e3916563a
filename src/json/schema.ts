/** The types of what `--json` prints, as the library exports them. */
export type { CompleteLayerJson, LayerJson } from './schema/layers';
export type { PacketJson, TunnelJson } from './schema/packet';

/** Bidirectional Forwarding Detection (RFC 5880): control packets. */
import {
  BfdAuthentication,
  BfdLayer,
  bfdAuthenticated,
  bfdControlLength,
  bfdDigestAt,
  bfdFlags,
  bfdPasswordAt,
  bfdVersion,
} from '../decode/bfd';
import { writeFlagNames } from './arrays';
import type { JsonContext } from './context';

const layer = new BfdLayer();

/** Of other versions only the number. */
export function writeBfd(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('bfd');
  layer.decode(view, at);
  json.number('version', layer.version);
  if (layer.version === bfdVersion) {
    json.number('diagnostic', layer.diagnostic);
    json.number('state', layer.state);
    writeFlagNames(context, 'flags', bfdFlags, layer.flags);
    json.number('detect_multiplier', layer.detectMultiplier);
    json.number('length', layer.length);
    json.number('my_discriminator', layer.myDiscriminator);
    json.number('your_discriminator', layer.yourDiscriminator);
    json.number('desired_min_tx_interval', layer.desiredMinTxInterval);
    json.number('required_min_rx_interval', layer.requiredMinRxInterval);
    json.number('required_min_echo_rx_interval', layer.requiredMinEchoRxInterval);
    if (layer.length > length) json.yes('malformed');
    else if ((layer.flags & bfdAuthenticated) !== 0) authentication(context, at + bfdControlLength, at + layer.length);
  }
  json.endLayer();
}

function authentication({ json, view }: JsonContext, at: number, end: number): void {
  const type = view.u8(at);
  const size = view.u8(at + 1);
  if (size < bfdPasswordAt || at + size > end) {
    json.yes('malformed');
    return;
  }
  view.need(at, size);
  json.beginObject('authentication');
  json.number('type', type);
  json.number('key_id', view.u8(at + 2));
  if (type === BfdAuthentication.password) {
    json.text('password', view, at + bfdPasswordAt, size - bfdPasswordAt);
  } else if (type >= BfdAuthentication.md5 && type <= BfdAuthentication.meticulousSha1 && size >= bfdDigestAt) {
    json.number('sequence', view.u32(at + 4));
    json.hex('digest', view, at + bfdDigestAt, size - bfdDigestAt);
  } else {
    json.hex('data', view, at + bfdPasswordAt, size - bfdPasswordAt);
  }
  json.endObject();
}

/** RADIUS attributes of AppleTalk Remote Access (RFC 2869, 5.4, 5.5, 5.15). */
import type { PrintContext } from '../context';
import { packetUpperHex } from '../text/packet-text';
import { radiusSizeIs } from './radius-address';

const passwordLength = 16;
const featuresLength = 14;
const responseLength = 8;

export function printArapPassword(context: PrintContext, _type: number, at: number, size: number): void {
  const { out } = context;
  if (!radiusSizeIs(context, size, passwordLength)) return;
  out.text('User_challenge (');
  packetUpperHex(context, at, 8);
  out.text(') User_resp(');
  packetUpperHex(context, at + 8, 8);
  out.char(0x29);
}

export function printArapFeatures(context: PrintContext, _type: number, at: number, size: number): void {
  const { out, view } = context;
  if (!radiusSizeIs(context, size, featuresLength)) return;
  out.text(view.u8(at) !== 0 ? 'User can change password' : 'User cannot change password');
  const least = view.u8(at + 1);
  out.text(', Min password length: ');
  out.decimal(least);
  out.text(', created at: ');
  packetUpperHex(context, at + 2, 4);
  out.text(', expires in: ');
  packetUpperHex(context, at + 6, 4);
  out.text(', Current Time: ');
  packetUpperHex(context, at + 10, 4);
}

export function printArapChallenge(context: PrintContext, _type: number, at: number, size: number): void {
  if (size < responseLength) radiusSizeIs(context, size, responseLength);
  else packetUpperHex(context, at, responseLength);
}

/** RADIUS attributes of AppleTalk Remote Access (RFC 2869, 5.4, 5.5, 5.15). */
import type { PrintContext } from '../context';
import { radiusSizeIs } from './radius-address';

const passwordLength = 16;
const featuresLength = 14;
const responseLength = 8;
const digits = '0123456789ABCDEF';

function upperHex(context: PrintContext, at: number, count: number): void {
  const { out, view } = context;
  for (let i = 0; i < count; i++) {
    const byte = view.u8(at + i);
    out.char(digits.charCodeAt(byte >>> 4));
    out.char(digits.charCodeAt(byte & 15));
  }
}

export function printArapPassword(context: PrintContext, _type: number, at: number, size: number): void {
  const { out } = context;
  if (!radiusSizeIs(context, size, passwordLength)) return;
  out.text('User_challenge (');
  upperHex(context, at, 8);
  out.text(') User_resp(');
  upperHex(context, at + 8, 8);
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
  upperHex(context, at + 2, 4);
  out.text(', expires in: ');
  upperHex(context, at + 6, 4);
  out.text(', Current Time: ');
  upperHex(context, at + 10, 4);
}

export function printArapChallenge(context: PrintContext, _type: number, at: number, size: number): void {
  if (size < responseLength) radiusSizeIs(context, size, responseLength);
  else upperHex(context, at, responseLength);
}

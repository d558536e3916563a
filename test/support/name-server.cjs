// A name server for tests (RFC 1035): node name-server.cjs NAME answers every PTR question on 127.0.0.1:53 with NAME;
// without NAME it takes questions and never answers. Writes the names that it is asked for to standard output.

const dgram = require('node:dgram');

const [answer] = process.argv.slice(2);
const headerLength = 12;
const typePtr = 12;
const classIn = 1;

function labels(name) {
  const parts = name.split('.').map((label) => Buffer.concat([Buffer.of(label.length), Buffer.from(label, 'latin1')]));
  return Buffer.concat([...parts, Buffer.of(0)]);
}

function question(message) {
  const words = [];
  let at = headerLength;
  for (; message[at] !== 0; at += message[at] + 1) words.push(message.toString('latin1', at + 1, at + 1 + message[at]));
  return { name: words.join('.'), bytes: message.subarray(headerLength, at + 5) };
}

function reply(message, { bytes }) {
  const name = labels(answer);
  const header = Buffer.from(message.subarray(0, headerLength));
  header.writeUInt16BE(0x8180, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(1, 6);
  header.writeUInt32BE(0, 8);
  const record = Buffer.alloc(12);
  record.writeUInt16BE(0xc000 | headerLength, 0);
  record.writeUInt16BE(typePtr, 2);
  record.writeUInt16BE(classIn, 4);
  record.writeUInt32BE(60, 6);
  record.writeUInt16BE(name.length, 10);
  return Buffer.concat([header, bytes, record, name]);
}

const server = dgram.createSocket('udp4');
server.on('message', (message, { port, address }) => {
  const asked = question(message);
  process.stdout.write(`${asked.name}\n`);
  if (answer !== undefined) server.send(reply(message, asked), port, address);
});
server.bind(53, '127.0.0.1', () => process.stderr.write('ready\n'));

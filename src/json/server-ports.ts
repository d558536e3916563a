/** Ports at which servers are likely: where a capture begins inside a conversation, they tell who answers. */
import { IpProtocol } from '../decode/ip-protocol';

const tcp = new Set([
  ...[21, 22, 23, 25, 53, 80, 81, 88, 110, 139, 143, 179, 389, 443, 445, 465, 502, 554, 563, 585, 587, 614, 631, 636],
  ...[853, 989, 990, 992, 993, 995, 1080, 1433, 1434, 1883, 2404, 2811, 3128, 3268, 3306, 3389, 5060, 5222, 5223, 5269],
  ...[5432, 6379, 6666, 6667, 6668, 6669, 8000, 8080, 8443, 8888, 9092, 20000, 27017, 44818],
]);

const udp = new Set([
  ...[53, 67, 69, 88, 123, 137, 161, 162, 443, 500, 514, 547, 853, 1194, 1701, 1812, 1813, 2123, 2152, 3478, 3544],
  ...[4500, 4789, 4790, 5060, 5072, 5353, 5355, 6081, 20000, 44818, 51820],
]);

export function isServerPort(protocol: number, port: number): boolean {
  if (protocol === IpProtocol.tcp) return tcp.has(port);
  return protocol === IpProtocol.udp && udp.has(port);
}

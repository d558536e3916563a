import { describe, expect, test } from 'vitest';
import { concat, hex, llc } from '../fixtures/frames';
import { Lines } from '../lines';

/** Lines of an LLC frame at -v. */
function verbose(text: string): string {
  return new Lines({ verbose: 1 }).print(llc(concat(hex('fefe03'), hex(text))));
}

/** Where tcpdump 4.99.3 reads beside what it means. */
describe('OSI protocols', () => {
  test('prints every address of a recorded route', () => {
    const header = '81 1f 01 3f 1c 0020 0000 05 4900010203 05 4900010204';
    expect(verbose(`${header} cb 08 01 03 02 4901 02 4902`)).toContain(
      'complete recording of route in progress\n\t    NSAP address (length 2): 49.01\n\t    NSAP address (length 2): 49.02',
    );
  });

  test('prints the options behind the protocols of an end system', () => {
    const hello = '82 15 01 00 04 012c 0000 03 490001 81 02 81cc c6 02 0258';
    expect(verbose(hello)).toContain(
      'CLNP (0x81), IPv4 (0xcc)\n\t  ES Configuration Time Option #198, length 2, value: 600s',
    );
  });

  test('takes a redirect without options for whole', () => {
    const redirect = '82 16 01 00 06 012c 0000 02 4900 06 020000000001 02 4901';
    expect(
      verbose(redirect).endsWith('\n\t  49.00\n\t  SNPA (length: 6): 02:00:00:00:00:01\n\t  NET (length: 2) 49.01'),
    ).toBe(true);
  });

  test('prints the circuit of an adjacency that has no more than that', () => {
    const hello = '83 14 01 06 11 01 00 03 02 192168001001 001e 001b 07 f0 05 00 00000003';
    expect(verbose(hello).endsWith('Adjacency State: Up (0)\n\t      Extended Local circuit-ID: 0x00000003')).toBe(
      true,
    );
  });
});

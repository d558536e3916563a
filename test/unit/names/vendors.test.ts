import { describe, expect, test } from 'vitest';
import { VendorFile } from '../../../src/names/vendor-file';
import { Vendors } from '../../../src/names/vendors';

const manuf = `# comment
28:6F:B9\tNokiaSha\tNokia Shanghai Bell
00:1B:C5\tIEEERegi\tIEEE Registration Authority
00:1B:C5:00:00:00/36\tConverging\tConverging Systems
FC:D2:B6:20:00:00/28\tSoMa\tSociété, Ma
`;
const oui = `OUI/MA-L\tOrganization
28-6F-B9   (hex)\t\tNokia Shanghai Bell Co., Ltd.
286FB9     (base 16)\t\tNokia again
`;

const suffix = (list: string | undefined, mac: string) => {
  const vendors = new Vendors(() => (list === undefined ? undefined : new VendorFile(Buffer.from(list))));
  const bytes = Uint8Array.from(mac.split(':'), (octet) => Number.parseInt(octet, 16));
  return Buffer.from(vendors.suffix(bytes, 0)).toString('latin1');
};

describe('vendors', () => {
  test('that tcpdump names have the same name, whatever the list says', () => {
    expect(suffix(undefined, '00:00:0c:01:02:03')).toBe(' (oui Cisco)');
    expect(suffix('00:00:0C\tOther\n', '00:00:0c:01:02:03')).toBe(' (oui Cisco)');
  });

  test('are unknown without a list', () => {
    expect(suffix(undefined, '28:6f:b9:01:02:03')).toBe(' (oui Unknown)');
  });

  test("come from Wireshark's list by their short name, the longest prefix first", () => {
    expect(suffix(manuf, '28:6f:b9:01:02:03')).toBe(' (oui NokiaSha)');
    expect(suffix(manuf, '00:1b:c5:00:0f:03')).toBe(' (oui Converging)');
    expect(suffix(manuf, '00:1b:c5:00:1f:03')).toBe(' (oui IEEERegi)');
    expect(suffix(manuf, 'fc:d2:b6:2f:ff:ff')).toBe(' (oui SoMa)');
    expect(suffix(manuf, 'fc:d2:b6:3f:ff:ff')).toBe(' (oui Unknown)');
  });

  test("come from IEEE's list without commas", () => {
    expect(suffix(oui, '28:6f:b9:01:02:03')).toBe(' (oui Nokia Shanghai Bell Co. Ltd.)');
  });

  test("come from nmap's list", () => {
    expect(suffix('286FB9 Nokia\n', '28:6f:b9:01:02:03')).toBe(' (oui Nokia)');
    expect(suffix('286FB9A Small\n286FB9 Nokia', '28:6f:b9:a1:02:03')).toBe(' (oui Small)');
  });

  test('are printable ASCII, whatever the list holds', () => {
    expect(suffix('286FB9 \x1b[31mSociété\n', '28:6f:b9:01:02:03')).toBe(' (oui ?[31mSociete)');
    expect(suffix('286FB9\n', '28:6f:b9:01:02:03')).toBe(' (oui Unknown)');
  });

  test('are read once', () => {
    let loads = 0;
    const vendors = new Vendors(() => {
      loads++;
      return undefined;
    });
    const mac = Uint8Array.of(2, 0, 0, 0, 0, 1);
    vendors.suffix(mac, 0);
    vendors.suffix(mac, 0);
    expect(loads).toBe(1);
  });
});

/** Wireless LAN action frames (IEEE 802.11-2016, 9.6): category and action. */
import type { PrintContext } from '../context';
import { namedMac } from '../text/named';

interface Category {
  readonly name: string;
  readonly actions: readonly (string | undefined)[];
}

const categories = new Map<number, Category>([
  [0, { name: 'Spectrum Management ', actions: [] }],
  [1, { name: 'QoS ', actions: [] }],
  [2, { name: 'DLS ', actions: [] }],
  [3, { name: 'BA ', actions: ['ADDBA Request', 'ADDBA Response', 'DELBA'] }],
  [7, { name: 'HT ', actions: ['TxChWidth', 'MIMOPwrSave'] }],
  [
    13,
    {
      name: 'MeshAction ',
      actions: [
        ...['MeshLink', 'HWMP', 'Gate Announcement', 'Congestion Control', 'MCCA Setup Request', 'MCCA Setup Reply'],
        ...['MCCA Advertisement Request', 'MCCA Advertisement', 'MCCA Teardown', 'TBTT Adjustment Request'],
        'TBTT Adjustment Response',
      ],
    },
  ],
  [14, { name: 'MultiohopAction ', actions: ['Proxy Update', 'Proxy Update Confirmation'] }],
  [
    15,
    {
      name: 'SelfprotectAction ',
      actions: [
        undefined,
        ...['Peering Open', 'Peering Confirm', 'Peering Close', 'Group Key Inform', 'Group Key Acknowledge'],
      ],
    },
  ],
  [127, { name: 'Vendor ', actions: [] }],
]);

/** `at`: the category; two bytes are there. */
export function printAction(context: PrintContext, sourceAt: number, at: number): void {
  const { out, view } = context;
  const number = view.u8(at);
  const action = view.u8(at + 1);
  if (!context.linkLevel) {
    out.text(' (');
    namedMac(context, sourceAt);
    out.char(0x29);
  }
  out.text(': ');
  const category = categories.get(number);
  if (category === undefined) {
    out.text('Reserved(');
    out.decimal(number);
    out.text(') ');
  } else {
    out.text(category.name);
  }
  const name = category?.actions[action];
  if (name !== undefined) {
    out.text(name);
    return;
  }
  out.text('Act#');
  out.decimal(action);
}

import { expect, test } from 'vitest';
import { container } from '../../../src/doctor/container';
import { rights } from '../../../src/doctor/rights';
import { findings, planOf, statusWith } from '../../support/healthy-host';

const plan = planOf('-i', 'eth0');
const withoutRaw = '000001ffffffdfff';

test('outside of containers there are no limits, and a container without limits is named', () => {
  expect(findings(container, plan)).toEqual(['ok: no limits of a container']);
  const files = { '/run/.containerenv': '' };
  expect(findings(container, plan, { files })).toEqual(['ok: podman takes nothing away that the source needs']);
});

test('a capability out of reach is wrong for an interface, and of no matter for a udp source', () => {
  const files = { ...statusWith({ CapBnd: withoutRaw }), '/.dockerenv': '' };
  const [line] = findings(container, plan, { files });
  expect(line).toMatch(
    /^wrong: CAP_NET_RAW is outside the bounding set; .*; docker run --cap-add NET_RAW --network host IMAGE$/,
  );
  expect(findings(container, planOf('-i', 'udp::0.0.0.0:4789'), { files })[0]).toMatch(/^ok: /);
});

test('each kind of container has its own command', () => {
  const files = statusWith({ CapBnd: withoutRaw });
  const variables = { KUBERNETES_SERVICE_HOST: '10.0.0.1' };
  expect(findings(container, plan, { files, variables })[0]).toMatch(/; kubectl explain pod/);
  expect(findings(container, plan, { files })[0]).toMatch(/; capsh --print$/);
});

test('a user namespace and a seccomp filter are notes', () => {
  const files = { ...statusWith({ Seccomp: '2' }), '/proc/self/uid_map': '0 1000 1\n', '/.dockerenv': '' };
  const [namespace, filter] = findings(container, plan, { files });
  expect(namespace).toMatch(/^note: this is a user namespace of its own/);
  expect(filter).toMatch(/^note: a seccomp filter is in force; .*; docker run --security-opt seccomp=unconfined/);
});

test('without /proc nothing is said of capabilities: it is not known which there are', () => {
  const files = { '/proc/self/status': undefined };
  expect(findings(container, plan, { files })).toEqual([
    'wrong: /proc is not mounted; what this process may do is not known, and a capture cannot give up its rights: ' +
      'it fails; mount -t proc proc /proc',
  ]);
  expect(findings(rights, plan, { files })).toEqual(['ok: packet sockets can be opened']);
});

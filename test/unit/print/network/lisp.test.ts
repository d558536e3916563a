import { lisp } from '../fixtures/lisp';
import { describeFixtures } from '../modes';

describeFixtures('LISP', lisp, {
  'a registration': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 116)',
      '    192.0.2.1.40000 > 192.0.2.2.4342: LISP-Map-Register, flags [P-Proxy-Map-Reply, S-LISP-SEC-Capable, I-xTR-ID-Present, M-Want-Map-Notify],',
      '    1 record(s), Authentication SHA1,',
      '    Authentication-Data: 0x0000:  0011 2233 4455 6677 8899 aabb ccdd eeff',
      '    Authentication-Data: 0x0010:  0011 2233',
      '      Record TTL 1440, Authoritative, No-Action, Map Version: 1, EID 198.51.100.0/24, 1 locator(s)',
      '        LOC 192.0.2.1',
      '          Priority/Weight 1/100, Multicast Priority/Weight 255/0, flags [Local-Locator, Reachable],',
      '    xTR-ID: 0x0000:  0000 0000 0000 0000 0000 0000 0000 0007',
      '    SITE-ID: 9',
    ],
  },
  'a notification with IPv6': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 152)',
      '    192.0.2.1.40000 > 192.0.2.2.4342: LISP-Map-Notify, flags [none],',
      '    2 record(s), Authentication SHA1,',
      '    Authentication-Data: 0x0000:  0011 2233 4455 6677 8899 aabb ccdd eeff',
      '    Authentication-Data: 0x0010:  0011 2233',
      '      Record TTL 1440, Authoritative, No-Action, Map Version: 1, EID 198.51.100.0/24, 1 locator(s)',
      '        LOC 192.0.2.1',
      '          Priority/Weight 1/100, Multicast Priority/Weight 255/0, flags [Local-Locator, Reachable],',
      '      Record TTL 1, Non-Authoritative, Drop, Map Version: 0, EID 2001:db8::/64, 2 locator(s)',
      '        LOC 2001:db8::1',
      '          Priority/Weight 2/50, Multicast Priority/Weight 1/100, flags [none],',
      '       ',
      '          Priority/Weight 2/50, Multicast Priority/Weight 1/100, flags [RLoc-Probed],',
    ],
  },
  'bytes behind the records': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 76)',
      '    192.0.2.1.40000 > 192.0.2.2.4342: LISP-Map-Register, flags [none],',
      '    1 record(s), Authentication None,',
      '      Record TTL 1440, Authoritative, No-Action, Map Version: 1, EID 198.51.100.0/24, 1 locator(s)',
      '        LOC 192.0.2.1',
      '          Priority/Weight 1/100, Multicast Priority/Weight 255/0, flags [Local-Locator, Reachable],',
      '    Data: 0x0000:  0102 0304',
    ],
  },
  'a request': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 44)',
      '    192.0.2.1.40000 > 192.0.2.2.4342: LISP-Map-Request,',
    ],
  },
  'an unknown type': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 44)',
      '    192.0.2.1.40000 > 192.0.2.2.4342: unknown-type-5,',
    ],
  },
  'a registration of nothing': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 44)',
      '    192.0.2.1.40000 > 192.0.2.2.4342: LISP-Map-Register, flags [none],',
      '    0 record(s), Authentication unknown-type, (invalid)',
    ],
  },
  'an endpoint of an unknown family': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 60)',
      '    192.0.2.1.40000 > 192.0.2.2.4342: LISP-Map-Register, flags [none],',
      '    1 record(s), Authentication SHA1,',
      '      Record TTL 1440, Non-Authoritative, unknown, Map Version: 1,',
    ],
  },
  'an identifier that is missing': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 72)',
      '    192.0.2.1.40000 > 192.0.2.2.4342: LISP-Map-Register, flags [I-xTR-ID-Present],',
      '    1 record(s), Authentication SHA1,',
      '      Record TTL 1440, Authoritative, No-Action, Map Version: 1, EID 198.51.100.0/24, 1 locator(s)',
      '        LOC 192.0.2.1',
      '          Priority/Weight 1/100, Multicast Priority/Weight 255/0, flags [Local-Locator, Reachable], (invalid)',
    ],
  },
  'authentication data longer than the packet': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 46)',
      '    192.0.2.1.40000 > 192.0.2.2.4342: LISP-Map-Register, flags [none],',
      '    1 record(s), Authentication SHA1,',
      '    Authentication-Data: 0x0000:  0102 [|lisp]',
    ],
  },
  'more locators than there are': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 72)',
      '    192.0.2.1.40000 > 192.0.2.2.4342: LISP-Map-Register, flags [none],',
      '    1 record(s), Authentication SHA1,',
      '      Record TTL 1440, Authoritative, No-Action, Map Version: 1, EID 198.51.100.0/24, 255 locator(s)',
      '        LOC 192.0.2.1',
      '          Priority/Weight 1/100, Multicast Priority/Weight 255/0, flags [Local-Locator, Reachable], [|lisp]',
    ],
  },
  'a registration that was cut': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 72)',
      '    192.0.2.1.40000 > 192.0.2.2.4342: LISP-Map-Register, flags [none],',
      '    1 record(s), Authentication SHA1,',
      '      Record TTL 1440, Authoritative, No-Action, Map Version: 1, [|lisp]',
    ],
  },
});

import { decnet } from '../fixtures/decnet';
import { describeFixtures } from '../modes';

describeFixtures('DECnet', decnet, {
  // Hops are counted from the next router on in a short header.
  'a connection that opens': {
    '-v': '1.1 > 1.1 15 1 hops conn-initiate 8195>0 ver 4.1 segsize 16403 ',
  },
  'padding before a connection that opens': {
    '-v': '[pad:2] 1.1 > 1.1 17 1 hops conn-initiate 8195>0 ver 4.1 segsize 16403 ',
  },
});

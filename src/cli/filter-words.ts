/** A word that the filter knows beside those of pcap-filter(7), for --help and the manual page. */
export interface FilterWord {
  readonly syntax: string;
  readonly help: string;
}

export const filterWords: readonly FilterWord[] = [
  {
    syntax: 'vni LIST',
    help: 'the packet came through a tunnel whose outermost VNI is one of LIST: numbers and ranges with commas between them, as in 42 or 1,7,40-50',
  },
  {
    syntax: 'inner vni LIST',
    help: 'the same of the innermost VNI, where tunnels lie in tunnels, as with geneve+vxlan',
  },
  {
    syntax: 'tunnel [src|dst] [host|net] LIST',
    help: 'the outer source or destination, or without src and dst one of them, is one of LIST: addresses and networks, as in 10.0.0.1,2001:db8::/32; host and net may be left out behind src and dst',
  },
  {
    syntax: 'tunnel [src|dst] port LIST',
    help: 'the outer UDP source or destination port, or without src and dst one of them, is one of LIST: numbers and ranges',
  },
];

// Expressions as people write them, for tests that have to hold for any: hosts, networks, ports, protocols, flags,
// arithmetic on bytes, lengths, tags and labels.
#pragma once

namespace fandump::test {

inline constexpr const char* kUsualExpressions[] = {
    "ip", "ip6", "tcp", "udp", "icmp", "icmp6", "sctp", "igmp", "vrrp", "esp", "ah", "pim",
    "host 10.0.0.1", "src host 10.0.0.1", "dst host 10.0.0.2", "src or dst host 10.0.0.3", "not host 10.0.0.4",
    "src and dst host 10.0.0.1", "host 10.0.0.1 and host 10.0.0.2", "host 10.0.0.1 or host 10.0.0.2",
    "ip host 10.0.0.1", "ip and not host 10.0.0.2", "host 10.0.0.1 and not port 443",
    "net 10.0.0.0/8", "net 10.0.0.0/30", "src net 10.0.0.0/31", "dst net 10.0.0.2/31", "net 192.168.0.0/16",
    "not net 10.0.0.0/31", "src net 10.0.0.0 mask 255.255.255.254", "ip6 net 2001:db8::/32", "ip6 host ::1",
    "dst net 224.0.0.0/4", "src host 0.0.0.0", "host 255.255.255.255",
    "port 80", "port 443", "src port 53", "dst port 53", "not port 22", "tcp port 80", "udp port 53", "sctp port 80",
    "tcp src port 443", "udp dst port 4789", "tcp dst port 22", "portrange 1-1023", "tcp portrange 8000-9000",
    "udp portrange 1-100", "src portrange 1024-65535", "dst portrange 0-79", "port 80 or port 443",
    "port 80 and port 443", "tcp port 80 or tcp port 443", "port 53 and not udp", "tcp and port 80 or udp and port 53",
    "host 10.0.0.1 and tcp port 80", "src host 10.0.0.1 and dst port 443", "host 10.0.0.1 and (port 80 or port 443)",
    "not (host 10.0.0.1 and tcp)", "ip6 and tcp port 80", "ip6 and udp port 53", "ip and tcp port 443",
    "tcp[tcpflags] & tcp-syn != 0", "tcp[tcpflags] == tcp-syn", "tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn",
    "tcp[tcpflags] & (tcp-syn|tcp-fin) != 0", "tcp[tcpflags] & tcp-rst != 0", "tcp[13] & 2 != 0", "tcp[13] == 0x12",
    "tcp[13] = 18 and port 80", "tcp[12] & 0xf0 > 0x50", "tcp[0:2] == 443", "tcp[2:2] < 1024", "tcp[4:4] > 0x7fffffff",
    "tcp[(tcp[12] & 0xf0) >> 2] == 0", "tcp[((tcp[12:1] & 0xf0) >> 2):4] == 0x47455420", "tcp[14:2] == 0",
    "tcp port 80 and (((ip[2:2] - ((ip[0] & 0xf) << 2)) - ((tcp[12] & 0xf0) >> 2)) != 0)",
    "udp[4:2] > 100", "udp[0:2] == 53", "udp[8] == 0", "udp[8:4] & 0xffff == 0", "udp[4:2] == 8", "udp[6:2] != 0",
    "icmp[icmptype] == icmp-echo", "icmp[0] == 8", "icmp[icmptype] != icmp-echoreply", "icmp[icmpcode] == 0",
    "icmp[icmptype] == icmp-unreach", "icmp6[0] == 135", "icmp6 and ip6[40] == 128", "icmp6[icmp6type] == 128",
    "ip[0] & 0xf != 5", "ip[0] & 0xf > 5", "ip[8] < 2", "ip[8] == 64", "ip[9] == 6", "ip[6:2] & 0x1fff != 0",
    "ip[6] & 0x40 != 0", "ip[6] & 0x20 != 0", "ip[1] & 0xfc == 0", "ip[2:2] > 100", "ip[12:4] == 0x0a000001",
    "ip[12] == 10", "ip[16:4] & 0xff == 1", "ip[19] == ip[15]", "ip[10:2] != 0", "ip[20:2] == 80", "ip[40] == 1",
    "ip6[6] == 6", "ip6[7] == 64", "ip6[4:2] > 40", "ip6[0] & 0xf0 == 0x60", "ip6[8:4] == 0", "ip6[40:2] == 443",
    "ip proto 6", "ip proto 17", "ip proto 47", "ip proto \\sctp", "ip6 proto 6", "ip6 proto 58", "ip6 proto 44",
    "proto 6", "proto 17", "not ip proto 6", "ip proto 6 or ip6 proto 17",
    "ip multicast", "ip6 multicast", "not ip multicast", "ip and len > 60",
    "len > 100", "len <= 64", "len == 54", "greater 80", "less 70", "greater 60 and less 90", "tcp and greater 90",
    "len - 14 > 50", "ip[2:2] == len - 14", "len % 2 == 0", "len & 1 == 0 and udp", "len * 2 > 150", "len / 8 > 9",
    "ip[0] + ip[1] > 70", "ip[8] - 1 == 63", "ip[8] * 2 == 128", "ip[8] / 2 == 32", "ip[9] % 5 == 1",
    "ip[9] & 1 == 0 and ip[8] | 1 == 65", "ip[9] ^ 6 == 0", "ip[9] << 2 == 24", "ip[9] >> 1 == 3", "-ip[9] == -6",
    "ip[ip[0] & 0xf] == 0", "ip[(ip[0] & 0xf) << 2] == 0", "ip[(ip[0] & 0xf) * 4 + 2:2] == 443", "ip[ip[8]] != 0",
    "ip[ip[4:2]] > 7", "ip[ip[12:4]] == 0", "ip[ip[16:4] - ip[12:4] + 9] == 6", "tcp[tcp[4:4]] == 1",
    "ip[ip[9] + ip[8]:2] & 0xff > 100", "udp[udp[4:2]] == 3", "ip[65536] == 0", "ip[65535] == 0", "ip[2:2] / ip[9] > 9",
    "ip[2:2] % ip[9] == 1", "1 == 1", "ip[0:4] & 0xff00ffff == 0x45000000",
};

inline constexpr const char* kEthernetExpressions[] = {
    "arp", "rarp", "stp", "llc", "arp host 10.0.0.1", "arp net 10.0.0.0/31", "arp or udp port 53", "not arp",
    "ether host 02:00:00:00:00:01", "ether src 02:00:00:00:00:01", "ether dst ff:ff:ff:ff:ff:ff", "broadcast",
    "multicast", "ether broadcast", "ether multicast", "ether proto 0x0806", "ether proto 0x86dd", "ether proto 0x8847",
    "vlan", "vlan 10", "vlan and tcp", "vlan 10 and vlan 20", "vlan and ip host 10.0.0.1", "not vlan", "mpls",
    "mpls and ip", "pppoes", "pppoes and ip", "ether[0] & 1 != 0", "ether[12:2] == 0x0800", "ether[12:2] > 1500",
    "ether[14] == 0x45", "ether[ether[5] + 12:2] == 0x0800", "ether[ether[0:4]] == 1",
    "ether[20:4] % 7 == ether[0] * 3",
    "tcp port 80 or vlan 13", "vlan or arp", "arp[6:2] == 1", "arp[7] == 2 and arp[24:4] == 0x0a000001",
    "ether[0:4] == ether[6:4]", "vlan and (tcp or udp) and not port 22 and ip[8] < 2", "llc and ether[14] == 0xaa",
};

}  // namespace fandump::test

/**
 * Printers of protocols that most captures hold none of. The command has them in a bundle of their own, and loads it at the
 * first packet of any. They keep nothing in variables of modules that printers of the first bundle would have to see.
 */

export { printBeep } from './application/beep';
export { printDhcp6 } from './application/dhcp6';
export { printKerberos } from './application/krb';
export { printLwres } from './application/lwres';
export { printNetflow } from './application/netflow';
export { printNfsCall } from './application/nfs';
export { printNfsReply } from './application/nfs-reply';
export { printOpenflow } from './application/openflow';
export { printRpc } from './application/portmap';
export { printRadius } from './application/radius';
export { printResp } from './application/resp';
export { printRtcp } from './application/rtcp';
export { printRtp } from './application/rtp';
export { printRx } from './application/rx';
export { printSflow } from './application/sflow';
export { printSnmp } from './application/snmp';
export { printSomeip } from './application/someip';
export { printTimed } from './application/timed';
export { printVat } from './application/vat';
export { printWhiteboard } from './application/whiteboard';
export { printZephyr } from './application/zephyr';
export { printZmtp, printZmtpDatagram } from './application/zmtp';
export { printAoe } from './lan/aoe';
export { printArista } from './lan/arista';
export { printCarp } from './lan/carp';
export { printCdp } from './lan/cdp';
export { printCfm } from './lan/cfm';
export { printDtp } from './lan/dtp';
export { printEapol } from './lan/eapol';
export { printHsrp } from './lan/hsrp';
export { printLldp } from './lan/lldp';
export { printMpcp } from './lan/mpcp';
export { printMsnlb } from './lan/msnlb';
export { printPtp } from './lan/ptp';
export { printRealtek } from './lan/realtek';
export { printSlow } from './lan/slow';
export { printTipc } from './lan/tipc';
export { printUdld } from './lan/udld';
export { printVqp } from './lan/vqp';
export { printVrrp } from './lan/vrrp';
export { printVtp } from './lan/vtp';
export { printArcnetLink, printArcnetLinuxLink } from './link/arcnet';
export { printBluetoothLink } from './link/bluetooth';
export { printEncLink } from './link/enc';
export { printFddiLink } from './link/fddi';
export { printIeee1394Link } from './link/ieee1394';
export { printIpOverFcLink } from './link/ip-over-fc';
export { printIpnetLink } from './link/ipnet';
export { printIpoibLink } from './link/ipoib';
export {
  printJuniperAtm1,
  printJuniperAtm2,
  printJuniperChdlc,
  printJuniperEs,
  printJuniperEther,
  printJuniperFrameRelay,
  printJuniperGgsn,
  printJuniperMfr,
  printJuniperMlfr,
  printJuniperMlppp,
  printJuniperMonitor,
  printJuniperPpp,
  printJuniperPppoe,
  printJuniperPppoeAtm,
  printJuniperServices,
} from './link/juniper';
export { printNetanalyzerLink, printNetanalyzerTransparentLink } from './link/netanalyzer';
export { printNflogLink } from './link/nflog';
export { printPflogLink } from './link/pflog';
export { printPktapLink } from './link/pktap';
export { printBroadcomLink, printBroadcomPrependLink, printDsaLink, printEtherDsaLink } from './link/switch-tag';
export { printSymantecLink } from './link/symantec';
export { printTokenRingLink } from './link/token-ring';
export { printUsbLink, printUsbMappedLink } from './link/usb';
export { printVsockLink } from './link/vsock';
export { printAarp, printAppleTalk, printEtherTalk, printLocalTalkLink } from './network/appletalk';
export { printAtmArp } from './network/atm-arp';
export { printBcmLi } from './network/bcm-li';
export { printDecnet } from './network/decnet';
export { printIpComp } from './network/ipcomp';
export { printMobility } from './network/ipv6-mobility';
export { printIpx, printIpxEthernet } from './network/ipx';
export { printIsakmp, printUdpEncapsulation } from './network/isakmp';
export { printIso, printPaddedIso } from './network/iso';
export { printLisp } from './network/lisp';
export { printMobile } from './network/mobile';
export { printNetworkDisk } from './network/network-disk';
export { printNodeInformation } from './network/node-information';
export { printNsh } from './network/nsh';
export { printOtv } from './network/otv';
export { printRouterRenumbering } from './network/router-renumbering';
export { printRpl } from './network/rpl';
export { printAhcp } from './routing/ahcp';
export { printAodv } from './routing/aodv';
export { printAutoRp } from './routing/auto-rp';
export { printBabel } from './routing/babel';
export { printBfd } from './routing/bfd';
export { printBgp } from './routing/bgp';
export { printDvmrp } from './routing/dvmrp';
export { printEgp } from './routing/egp';
export { printEigrp } from './routing/eigrp';
export { printHncp } from './routing/hncp';
export { printIgrp } from './routing/igrp';
export { printLdp } from './routing/ldp';
export { printLmp } from './routing/lmp';
export { printLspPing } from './routing/lsp-ping';
export { printMsdp } from './routing/msdp';
export { printOlsr } from './routing/olsr';
export { printOspf } from './routing/ospf';
export { printPim } from './routing/pim';
export { printPim1 } from './routing/pim1';
export { printRip } from './routing/rip';
export { printRipng } from './routing/ripng';
export { printRpkiRtr } from './routing/rpki-rtr';
export { printRsvp } from './routing/rsvp';
export { printDccp } from './transport/dccp';
export { printPgm } from './transport/pgm';
export { printSctp } from './transport/sctp';
export { printTcpSignature } from './transport/tcp-signature';
export { printAtmLink, printSunAtmLink } from './wan/atm';
export { printChdlcLink } from './wan/chdlc';
export { printClip } from './wan/clip';
export { printFrameRelayLink } from './wan/frame-relay';
export { printL2tp } from './wan/l2tp';
export { printMfrLink } from './wan/mfr';
export { printPpp, printPppEthernet, printPppLink, printPppSerial } from './wan/ppp';
export { printChap, printPap } from './wan/ppp-authentication';
export { printPppoe, printPppoeLink } from './wan/pppoe';
export { printPptp } from './wan/pptp';
export { printSlipBsdosLink, printSlipLink } from './wan/slip';
export { printAvsLink, printPrismLink } from './wireless/avs';
export { printCalmFast } from './wireless/calm-fast';
export { printGeonet } from './wireless/geonet';
export { printLwappControl, printLwappData } from './wireless/lwapp';
export { printPpiLink } from './wireless/ppi';
export { printRadiotapLink } from './wireless/radiotap';
export { printWlanLink } from './wireless/wlan';
export { printWpanLink, printWpanTapLink } from './wireless/wpan';
export { printZep } from './wireless/zep';

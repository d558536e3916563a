/**
 * Printers of protocols that most captures hold none of. The command has them in a bundle of their own, and loads it at the
 * first packet of any. They keep nothing in variables of modules that printers of the first bundle would have to see.
 */
export { printAhcp } from './ahcp';
export { printAodv } from './aodv';
export { printAoe } from './aoe';
export { printAarp, printAppleTalk, printEtherTalk, printLocalTalkLink } from './appletalk';
export { printArcnetLink, printArcnetLinuxLink } from './arcnet';
export { printArista } from './arista';
export { printAtmLink, printSunAtmLink } from './atm';
export { printAtmArp } from './atm-arp';
export { printAutoRp } from './auto-rp';
export { printAvsLink, printPrismLink } from './avs';
export { printBabel } from './babel';
export { printBcmLi } from './bcm-li';
export { printBeep } from './beep';
export { printBfd } from './bfd';
export { printBgp } from './bgp';
export { printBluetoothLink } from './bluetooth';
export { printCalmFast } from './calm-fast';
export { printCdp } from './cdp';
export { printCfm } from './cfm';
export { printChdlcLink } from './chdlc';
export { printClip } from './clip';
export { printDccp } from './dccp';
export { printDecnet } from './decnet';
export { printDhcp6 } from './dhcp6';
export { printDtp } from './dtp';
export { printDvmrp } from './dvmrp';
export { printEapol } from './eapol';
export { printEgp } from './egp';
export { printEigrp } from './eigrp';
export { printEncLink } from './enc';
export { printFddiLink } from './fddi';
export { printFrameRelayLink } from './frame-relay';
export { printGeonet } from './geonet';
export { printHncp } from './hncp';
export { printHsrp } from './hsrp';
export { printIeee1394Link } from './ieee1394';
export { printIgrp } from './igrp';
export { printIpOverFcLink } from './ip-over-fc';
export { printIpComp } from './ipcomp';
export { printIpnetLink } from './ipnet';
export { printIpoibLink } from './ipoib';
export { printMobility } from './ipv6-mobility';
export { printIpx, printIpxEthernet } from './ipx';
export { printIsakmp, printUdpEncapsulation } from './isakmp';
export { printIso, printPaddedIso } from './iso';
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
} from './juniper';
export { printKerberos } from './krb';
export { printL2tp } from './l2tp';
export { printLdp } from './ldp';
export { printLisp } from './lisp';
export { printLldp } from './lldp';
export { printLmp } from './lmp';
export { printLspPing } from './lsp-ping';
export { printLwappControl, printLwappData } from './lwapp';
export { printLwres } from './lwres';
export { printMfrLink } from './mfr';
export { printMobile } from './mobile';
export { printMpcp } from './mpcp';
export { printMsdp } from './msdp';
export { printMsnlb } from './msnlb';
export { printNetanalyzerLink, printNetanalyzerTransparentLink } from './netanalyzer';
export { printNetworkDisk } from './network-disk';
export { printNflogLink } from './nflog';
export { printNfsCall } from './nfs';
export { printNfsReply } from './nfs-reply';
export { printNodeInformation } from './node-information';
export { printNsh } from './nsh';
export { printOlsr } from './olsr';
export { printOpenflow } from './openflow';
export { printOspf } from './ospf';
export { printOtv } from './otv';
export { printPflogLink } from './pflog';
export { printPgm } from './pgm';
export { printPim } from './pim';
export { printPim1 } from './pim1';
export { printPktapLink } from './pktap';
export { printPpiLink } from './ppi';
export { printPpp, printPppEthernet, printPppLink, printPppSerial } from './ppp';
export { printChap, printPap } from './ppp-authentication';
export { printPppoe, printPppoeLink } from './pppoe';
export { printPptp } from './pptp';
export { printPtp } from './ptp';
export { printRadiotapLink } from './radiotap';
export { printRadius } from './radius';
export { printRealtek } from './realtek';
export { printResp } from './resp';
export { printRip } from './rip';
export { printRipng } from './ripng';
export { printRouterRenumbering } from './router-renumbering';
export { printRpkiRtr } from './rpki-rtr';
export { printRpl } from './rpl';
export { printRsvp } from './rsvp';
export { printRx } from './rx';
export { printSctp } from './sctp';
export { printSflow } from './sflow';
export { printSlipBsdosLink, printSlipLink } from './slip';
export { printSlow } from './slow';
export { printSnmp } from './snmp';
export { printSomeip } from './someip';
export { printBroadcomLink, printBroadcomPrependLink, printDsaLink, printEtherDsaLink } from './switch-tag';
export { printSymantecLink } from './symantec';
export { printTimed } from './timed';
export { printTipc } from './tipc';
export { printTokenRingLink } from './token-ring';
export { printUdld } from './udld';
export { printUsbLink, printUsbMappedLink } from './usb';
export { printVqp } from './vqp';
export { printVrrp } from './vrrp';
export { printVsockLink } from './vsock';
export { printVtp } from './vtp';
export { printWhiteboard } from './whiteboard';
export { printWlanLink } from './wlan';
export { printWpanLink, printWpanTapLink } from './wpan';
export { printZep } from './zep';
export { printZephyr } from './zephyr';

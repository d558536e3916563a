/** The services of AFS, by the UDP port of their server. */
import { authenticationService, overseerService, protectionService } from './afs-directory';
import { callbackService, fileService } from './afs-file';
import type { AfsService } from './afs-service';
import { locationService, volumeService } from './afs-volume';

export const afsServices: ReadonlyMap<number, AfsService> = new Map([
  [7000, fileService],
  [7001, callbackService],
  [7002, protectionService],
  [7003, locationService],
  [7004, authenticationService],
  [7005, volumeService],
  [7007, overseerService],
]);

/** What the operations of AFS are called, as its interface definitions number them. */
import type { OperationNames } from './afs-service';

function words(text: string): readonly string[] {
  return text.split(' ');
}

/** The file server: afsint.xg. */
export const fileNames: OperationNames = [
  [
    130,
    words(
      'fetch-data fetch-acl fetch-status store-data store-acl store-status remove-file create-file rename ' +
        'symlink link makedir rmdir oldsetlock oldextlock oldrellock get-stats give-cbs get-vlinfo ' +
        'get-vlstats set-vlstats get-rootvl check-token get-time nget-vlinfo bulk-stat setlock extlock ' +
        'rellock xstat-ver get-xstat dfs-lookup dfs-flushcps dfs-symlink',
    ),
  ],
  [220, words('residency')],
  [65536, words('inline-bulk-status fetch-data-64 store-data-64 give-up-all-cbs get-caps cb-rx-conn-addr')],
];

/** The cache manager: afscbint.xg. */
export const callbackNames: OperationNames = [
  [
    204,
    words(
      'callback initcb probe getlock getce xstatver getxstat initcb2 whoareyou initcb3 probeuuid ' +
        'getsrvprefs getcellservdb getlocalcell getcacheconf',
    ),
  ],
  [65536, words('getce64 getcellbynum tellmeaboutyourself')],
];

/** Users and groups: ptint.xg. */
export const protectionNames: OperationNames = [
  [
    500,
    words(
      'new-user where-is-it dump-entry add-to-group name-to-id id-to-name delete remove-from-group get-cps ' +
        'new-entry list-max set-max list-entry change-entry list-elements same-mbr-of set-fld-sentry ' +
        'list-owned get-cps2 get-host-cps update-entry list-entries',
    ),
  ],
  [530, words('list-super-groups')],
];

/** Where volumes are: vldbint.xg. */
export const locationNames: OperationNames = [
  [
    501,
    words(
      'create-entry delete-entry get-entry-by-id get-entry-by-name get-new-volume-id replace-entry ' +
        'update-entry setlock releaselock list-entry list-attrib linked-list get-stats probe get-addrs ' +
        'change-addr create-entry-n get-entry-by-id-n get-entry-by-name-n replace-entry-n list-entry-n ' +
        'list-attrib-n linked-list-n update-entry-by-name create-entry-u get-entry-by-id-u ' +
        'get-entry-by-name-u replace-entry-u list-entry-u list-attrib-u linked-list-u regaddr get-addrs-u ' +
        'list-attrib-n2',
    ),
  ],
];

/** Authentication: kauth.rg. */
export const authenticationNames: OperationNames = [
  [
    1,
    words(
      'auth-old change-pw get-ticket-old set-pw set-fields create-user delete-user get-entry list-entry ' +
        'get-stats debug get-pw get-random-key unlock lock-status',
    ),
  ],
  [21, words('authenticate authenticate-v2 get-ticket')],
];

/** The volume server: volint.xg. */
export const volumeNames: OperationNames = [
  [
    100,
    words(
      'create-volume delete-volume restore forward end-trans clone set-flags get-flags trans-create dump ' +
        'get-nth-volume set-forwarding get-name get-status sig-restore list-partitions list-volumes ' +
        'set-id-types monitor partition-info reclone list-one-volume nuke set-date x-list-volumes ' +
        'x-list-one-volume set-info x-list-partitions forward-multiple',
    ),
  ],
  [65536, words('convert-ro get-size dump-v2')],
];

/** The basic overseer: bosint.xg. */
export const overseerNames: OperationNames = [
  [
    80,
    words(
      'create-bnode delete-bnode set-status get-status enumerate-instance get-instance-info ' +
        'get-instance-parm add-superuser delete-superuser list-superusers list-keys add-key delete-key ' +
        'set-cell-name get-cell-name get-cell-host add-cell-host delete-cell-host set-t-status shutdown-all ' +
        'restart-all startup-all set-noauth-flag re-bozo restart start-bozo-install uninstall get-dates exec ' +
        'prune set-restart-time get-restart-time start-bozo-log wait-all get-instance-strings get-restricted ' +
        'set-restricted',
    ),
  ],
];

/** Replicated databases: ubik_int.xg. */
export const ubikNames: OperationNames = [
  [
    10000,
    words(
      'vote-beacon vote-debug-old vote-sdebug-old vote-getsyncsite vote-debug vote-sdebug vote-xdebug ' +
        'vote-xsdebug',
    ),
  ],
  [
    20000,
    words(
      'disk-begin disk-commit disk-lock disk-write disk-getversion disk-getfile disk-sendfile disk-abort ' +
        'disk-releaselocks disk-truncate disk-probe disk-writev disk-interfaceaddr disk-setversion',
    ),
  ],
];

/** What a page needs to open without a network, written into its service worker by the build (scripts/lib/offline.ts). */

export interface OfflineFile {
  /** Path on this host, e.g. "/assets/taskpane-Ab12.js". */
  readonly path: string;
  /** Of its bytes, base64. */
  readonly sha256: string;
}

export interface OfflineFiles {
  /** Begins the name of every cache of this page. */
  readonly page: "pane" | "workbench";
  /** Changes with any byte of any file. */
  readonly version: string;
  readonly files: readonly OfflineFile[];
}

/** Where the build puts the list: a global of the service worker. */
export const FILES = "kcOfflineFiles";

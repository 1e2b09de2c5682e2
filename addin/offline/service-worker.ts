/**
 * Opens the pane, or the workbench, without a network: all files of one version are fetched together, or none; they are
 * answered from the cache until the last page of that version is closed, then the next version takes over. Nothing else
 * is ever answered or kept here: no API, no sign-in, no other page.
 */
import { FILES, type OfflineFiles } from "./files.ts";

/** The few parts of a service worker's surroundings used here; the page's types do not know them. */
interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface RequestEvent extends LastingEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

const { page, version, files } = (globalThis as unknown as Record<typeof FILES, OfflineFiles>)[FILES];
const PREFIX = `kc-${page}-`;
const CACHE = `${PREFIX}${version}`;
const paths = new Set(files.map(({ path }) => path));

async function digest(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return btoa(String.fromCharCode(...hash));
}

/** Fetched past the browser's own cache. Another release may be going out at this moment: its files are refused. */
async function fetchFile(path: string, sha256: string): Promise<Response> {
  const response = await fetch(path, { cache: "no-cache", credentials: "omit", redirect: "error" });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  if ((await digest(await response.clone().arrayBuffer())) !== sha256)
    throw new Error(`${path}: other bytes`);
  return response;
}

/** Files with their hash in the name are taken over from the version before. */
async function known(path: string): Promise<Response | undefined> {
  return path.startsWith("/assets/") ? caches.match(path) : undefined;
}

async function fill(): Promise<void> {
  const responses = await Promise.all(
    files.map(async ({ path, sha256 }) => (await known(path)) ?? fetchFile(path, sha256)),
  );
  const cache = await caches.open(CACHE);
  await Promise.all(responses.map((response, index) => cache.put(files[index]?.path ?? "", response)));
}

async function dropOlder(): Promise<void> {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
}

/** The browser may have thrown the cache away; then it is the network's turn, as without a service worker. */
async function answer(request: Request, path: string): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? fetch(request);
}

self.addEventListener("install", (event) => (event as LastingEvent).waitUntil(fill()));
self.addEventListener("activate", (event) => (event as LastingEvent).waitUntil(dropOlder()));
self.addEventListener("fetch", (event) => {
  const { request } = event as RequestEvent;
  const url = new URL(request.url);
  // Excel adds a query of its own to the pane's address.
  if (request.method !== "GET" || url.origin !== location.origin || !paths.has(url.pathname)) return;
  (event as RequestEvent).respondWith(answer(request, url.pathname));
});

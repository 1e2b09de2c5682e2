/** The workbook kept in the browser: one per person, in IndexedDB. */

const DATABASE = "kc-workbench";
const STORE = "workbooks";
const SESSION_KEY = "kc.session";
export const ANONYMOUS = "anonymous";

interface Stored {
  readonly savedAt: string;
  readonly snapshot: unknown;
}

function request<T>(made: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    made.addEventListener("success", () => resolve(made.result));
    made.addEventListener("error", () => reject(made.error ?? new Error("IndexedDB")));
  });
}

function openDatabase(): Promise<IDBDatabase> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.addEventListener("upgradeneeded", () => void opening.result.createObjectStore(STORE));
  return request(opening);
}

async function withStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await openDatabase();
  try {
    return await request(work(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

export async function loadSnapshot(owner: string): Promise<unknown> {
  const stored = await withStore<Stored | undefined>("readonly", (store) => store.get(owner));
  return stored?.snapshot ?? null;
}

export async function saveSnapshot(owner: string, snapshot: unknown): Promise<void> {
  // The library's objects carry undefined and prototypes; JSON keeps what a workbook is.
  const plain: unknown = JSON.parse(JSON.stringify(snapshot));
  const stored: Stored = { savedAt: new Date().toISOString(), snapshot: plain };
  await withStore("readwrite", (store) => store.put(stored, owner));
}

export async function removeSnapshot(owner: string): Promise<void> {
  await withStore("readwrite", (store) => store.delete(owner));
}

/** Keeps an unreadable workbook under another name: nothing a person wrote is thrown away. */
export async function putAside(owner: string): Promise<void> {
  const snapshot = await loadSnapshot(owner);
  if (snapshot !== null) await saveSnapshot(`${owner}:aside`, snapshot);
  await removeSnapshot(owner);
}

const sheetKey = (owner: string): string => `kc.workbench.sheet.${owner}`;

/** The sheet last looked at: the library's own snapshot does not say, and would open at the first one. */
export function rememberSheet(owner: string, sheetId: string): void {
  try {
    localStorage.setItem(sheetKey(owner), sheetId);
  } catch {
    // A full or forbidden storage only costs a click on a tab.
  }
}

export function rememberedSheet(owner: string): string | null {
  try {
    return localStorage.getItem(sheetKey(owner));
  } catch {
    return null;
  }
}

/** Whose workbook this is: the signed-in person's id. */
export function currentOwner(): string {
  try {
    const session: unknown = JSON.parse(localStorage.getItem(SESSION_KEY) ?? "null");
    const { person } = session as { person?: { id?: unknown } };
    return typeof person?.id === "string" ? person.id : ANONYMOUS;
  } catch {
    return ANONYMOUS;
  }
}

export function isSessionKey(key: string | null): boolean {
  return key === SESSION_KEY || key === null;
}

/**
 * The key of a sending, kept before the request leaves: after a crash or a lost connection the same workbook goes out
 * with the same key, so the service answers with the same receipt instead of receiving it twice.
 */
export interface PendingSending {
  readonly key: string;
  /** sha256 of the canonical request body. */
  readonly bodyHash: string;
  readonly personId: string;
}

export interface KeyStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const STORE_KEY = "kc.pending-sending";

export function readPending(store: KeyStore): PendingSending | null {
  try {
    const value: unknown = JSON.parse(store.getItem(STORE_KEY) ?? "null");
    if (typeof value !== "object" || value === null) return null;
    const { key, bodyHash, personId } = value as Partial<PendingSending>;
    const whole = typeof key === "string" && typeof bodyHash === "string" && typeof personId === "string";
    return whole ? { key, bodyHash, personId } : null;
  } catch {
    return null;
  }
}

/** The kept key when it is for this very body and person, else a new one, kept before it is used. */
export function keyFor(store: KeyStore, bodyHash: string, personId: string, newKey: () => string): string {
  const kept = readPending(store);
  if (kept !== null && kept.bodyHash === bodyHash && kept.personId === personId) return kept.key;
  const pending: PendingSending = { key: newKey(), bodyHash, personId };
  store.setItem(STORE_KEY, JSON.stringify(pending));
  return pending.key;
}

/** Once the receipt is here, or the service has refused for good. */
export function forgetPending(store: KeyStore): void {
  store.removeItem(STORE_KEY);
}

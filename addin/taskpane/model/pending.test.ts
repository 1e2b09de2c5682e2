import { expect, test } from "vitest";
import { forgetPending, keyFor, readPending, type KeyStore } from "./pending.ts";

function memory(): KeyStore {
  const map = new Map<string, string>();
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

test("the same workbook of the same person keeps its key over a crash; anything else gets a new one", () => {
  const store = memory();
  let made = 0;
  const newKey = () => `key-${(made += 1)}`;
  const first = keyFor(store, "hash-a", "soan-22", newKey);
  expect(readPending(store)?.key).toBe(first);
  expect(keyFor(store, "hash-a", "soan-22", newKey)).toBe(first);
  expect(keyFor(store, "hash-b", "soan-22", newKey)).not.toBe(first);
  expect(keyFor(store, "hash-b", "soan-01", newKey)).toBe("key-3");
  forgetPending(store);
  expect(readPending(store)).toBeNull();
});

test("what stands in the store is read with care", () => {
  const store = memory();
  store.setItem("kc.pending-sending", "{oops");
  expect(readPending(store)).toBeNull();
  store.setItem("kc.pending-sending", '{"key":5}');
  expect(readPending(store)).toBeNull();
});

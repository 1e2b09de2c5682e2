/** What is worked out of something that never changes (a sheet, a plan) is worked out once, however many ask for it. */

/** By the function that works it out, then by what it was worked out of; null outside `inOneWork`. */
let memory: Map<object, Map<object, unknown>> | null = null;

/**
 * Runs one piece of work that keeps what it works out to itself and forgets it with its end. A WeakMap that outlives what
 * it knows makes the collector carry all of that along until its next great sweep: for a server that judges one workbook
 * after another this was a fifth of the time.
 */
export function inOneWork<T>(work: () => T): T {
  if (memory !== null) return work();
  memory = new Map();
  try {
    return work();
  } finally {
    memory = null;
  }
}

function memoryOf<K extends object, V>(make: (key: K) => V): Map<K, V> | null {
  if (memory === null) return null;
  let known = memory.get(make);
  if (known === undefined) memory.set(make, (known = new Map<object, unknown>()));
  return known as Map<K, V>;
}

/** The same function, its results kept with what they were made of: for one work, else as long as that lives. */
export function keptWith<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const lasting = new WeakMap<K, V>();
  return (key) => {
    const known = memoryOf(make) ?? lasting;
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = make(key)));
    return value;
  };
}

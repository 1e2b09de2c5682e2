/** Headers, codes, units and words come by the thousand and are the same few; long texts are not kept. */
const KEPT_TEXTS = 4096;
const KEPT_LENGTH = 200;

/** The same function with a short memory: what it gives depends on its argument alone. */
export function remembering<T extends string | boolean | null>(
  make: (input: string) => T,
): (input: string) => T {
  const known = new Map<string, T>();
  return (input) => {
    if (input.length > KEPT_LENGTH) return make(input);
    let result = known.get(input);
    if (result === undefined) {
      result = make(input);
      if (known.size >= KEPT_TEXTS) known.clear();
      known.set(input, result);
    }
    return result;
  };
}

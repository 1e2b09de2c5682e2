/**
 * Headers, codes, units and words come by the thousand and are the same few; a full workbook has about 10.000 different
 * texts, and rule after rule asks for them. Long texts are not kept: whoever sends them must not fill the memory.
 */
const KEPT_TEXTS = 16_384;
const KEPT_LENGTH = 100;

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

/** RFC 6266: filename* first; null when the header names no file or names it wrongly. */
export function fileNameOf(disposition: string | null): string | null {
  if (disposition === null) return null;
  const extended = /filename\*=utf-8''([^;]+)/i.exec(disposition)?.[1];
  const plain = /filename="?([^";]+)"?/i.exec(disposition)?.[1]?.trim() ?? null;
  if (extended === undefined) return plain;
  try {
    return decodeURIComponent(extended.trim());
  } catch {
    return plain;
  }
}

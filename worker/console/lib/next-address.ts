/** "?next=/console/…" → where to go after signing in; only pages of this site, never another one. */
export function nextAddress(search: string): string | null {
  const next = new URLSearchParams(search).get("next");
  if (next === null || !/^\/(?![/\\])/.test(next)) return null;
  const target = new URL(next, "https://site.invalid");
  return target.origin === "https://site.invalid" ? target.pathname + target.search + target.hash : null;
}

/** The entity tag of a submission's version: what ETag says and If-Match asks for. */
export function versionTag(version: number): string {
  return `"v${version}"`;
}

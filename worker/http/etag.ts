/** Compares a header's entity tag with ours. A proxy that compresses makes tags weak; ours name versions, not bytes. */
export function sameTag(header: string | null, etag: string): boolean {
  return header !== null && header.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}

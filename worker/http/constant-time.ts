/** Whether two secrets are the same, in a time that does not tell where they differ. */
export function sameSecret(a: string, b: string): boolean {
  const encoder = new TextEncoder();
  const left = encoder.encode(a);
  const right = encoder.encode(b);
  // Lengths of what is compared here are no secret.
  return left.byteLength === right.byteLength && crypto.subtle.timingSafeEqual(left, right);
}

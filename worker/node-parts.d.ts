/** The parts of Node that workerd has built in and the hot path uses; its whole types would bring what workerd lacks. */
declare module "node:crypto" {
  interface Hash {
    /** A text is taken as UTF-8. */
    update(content: string | Uint8Array): Hash;
    digest(encoding: "hex"): string;
  }
  export function createHash(algorithm: "sha256"): Hash;
}

declare module "node:zlib" {
  interface Bytes extends Uint8Array {
    toString(encoding?: "base64" | "utf8"): string;
  }
  export function gzipSync(content: string | Uint8Array, options: { readonly level: number }): Bytes;
  export function gunzipSync(bytes: Uint8Array): Bytes;
}

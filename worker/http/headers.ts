/** Security headers and CORS. The page decides how strict it can be; neither scripts nor styles are inline anywhere. */
import { configuredIssuers } from "../auth/issuers.ts";
import type { Env } from "../env.ts";

const OFFICE_JS = "https://appsforoffice.microsoft.com";

/** Hosts in which Excel shows a task pane. */
const OFFICE_FRAMES = [
  "https://*.office.com",
  "https://*.officeapps.live.com",
  "https://*.office365.com",
  "https://*.microsoft.com",
  "https://*.microsoft365.com",
  "https://*.cloud.microsoft",
  "https://*.sharepoint.com",
  "https://onedrive.live.com",
].join(" ");

/**
 * The browser grid puts two styles of its own into the page, the first of them empty to begin with: these three texts
 * and no others. Another version of the grid has others; the end-to-end run then prints what was refused.
 */
const GRID_STYLES = [
  "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='",
  "'sha256-qehDXQGi+mtaFkbShaHTjtdxRzE9Ba4Ffh5AsXR+z7s='",
].join(" ");

/** A worker follows the policy of its own script: only the one that chooses projects may compile WebAssembly. */
const SOLVER_SCRIPT = /^\/assets\/allocation-worker-[\w-]+\.js$/;

/** Where the pane asks for tokens: the issuers that Office vouches to, and only those. */
function issuerOrigins(env: Env): string {
  try {
    const nested = configuredIssuers(env).filter((issuer) => issuer.nested);
    return nested.map(({ issuer }) => ` ${new URL(issuer).origin}`).join("");
  } catch {
    // A setting that cannot be read lets nobody sign in; the pages are still shown.
    return "";
  }
}

/** What a page needs beyond the ordinary. */
interface Needs {
  readonly grid?: true;
  readonly solver?: true;
  /** The task pane, with the origins it asks for tokens. */
  readonly pane?: { readonly issuers: string };
}

function policyFor({ grid, solver, pane }: Needs): string {
  const directives: Record<string, string> = {
    "default-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "object-src": "'none'",
    "script-src": `'self'${pane ? ` ${OFFICE_JS}` : ""}${solver ? " 'wasm-unsafe-eval'" : ""}`,
    "style-src": grid ? `'self' ${GRID_STYLES}` : "'self'",
    "img-src": grid ? "'self' data: blob:" : "'self' data:",
    "font-src": grid ? "'self' data:" : "'self'",
    "connect-src": pane ? `'self' ${OFFICE_JS}${pane.issuers}` : "'self'",
    "worker-src": grid ? "'self' blob:" : "'self'",
    "frame-src": "'self'",
    "manifest-src": "'self'",
    "frame-ancestors": pane ? `'self' ${OFFICE_FRAMES}` : "'self'",
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}

const ORDINARY_POLICY = policyFor({});
const GRID_POLICY = policyFor({ grid: true });
const SOLVER_POLICY = policyFor({ solver: true });

function policy(path: string, env: Env): string {
  if (path === "/workbench/" || path === "/workbench/index.html") return GRID_POLICY;
  if (path === "/taskpane.html") return policyFor({ pane: { issuers: issuerOrigins(env) } });
  return SOLVER_SCRIPT.test(path) ? SOLVER_POLICY : ORDINARY_POLICY;
}

/** Pinning https to "localhost" would reach every other program on that machine. */
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

export function setSecurityHeaders(headers: Headers, url: URL, env: Env): void {
  headers.set("content-security-policy", policy(url.pathname, env));
  headers.set("x-content-type-options", "nosniff");
  if (LOOPBACK.has(url.hostname)) headers.delete("strict-transport-security");
  else headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  headers.set("referrer-policy", "no-referrer");
  headers.set("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
  if (url.pathname.startsWith("/api/")) headers.set("cross-origin-resource-policy", "same-origin");
}

export function allowedOrigin(request: Request, env: Env): string | null {
  const origin = request.headers.get("origin");
  if (origin === null) return null;
  const listed = (env.ADDIN_ORIGINS ?? "").split(",").map((item) => item.trim());
  return listed.includes(origin) ? origin : null;
}

export function setCorsHeaders(headers: Headers, origin: string): void {
  headers.set("access-control-allow-origin", origin);
  headers.append("vary", "origin");
  headers.set("access-control-expose-headers", "etag, location, x-request-id, kc-bookmark");
  headers.set("cross-origin-resource-policy", "cross-origin");
}

export function preflight(origin: string | null): Response {
  const headers = new Headers({ vary: "origin" });
  if (origin === null) return new Response(null, { status: 403, headers });
  headers.set("access-control-allow-origin", origin);
  headers.set("access-control-allow-methods", "GET, POST");
  headers.set(
    "access-control-allow-headers",
    "authorization, content-type, idempotency-key, if-match, if-none-match, kc-bookmark",
  );
  headers.set("access-control-max-age", "600");
  return new Response(null, { status: 204, headers });
}

/** Before the end-to-end tests: the real server on a free port, with a database of its own that is gone afterwards. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { findChromium } from "./chromium.mjs";
import { startServer } from "./server.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    /** Of the running server, e.g. http://localhost:40123. */
    origin: string;
    /** Path of the browser. */
    chromium: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = findChromium();
  if (chromium === null) throw new Error("no Chromium: npm test skips e2e without one; set CHROMIUM=path");
  const stateDir = mkdtempSync(join(tmpdir(), "kc-e2e-"));
  const server = await startServer({ stateDir, quiet: true });
  if (server.seedProblem !== null) {
    await server.stop();
    throw new Error(server.seedProblem);
  }
  project.provide("origin", server.origin);
  project.provide("chromium", chromium);
  return async () => {
    await server.stop();
    rmSync(stateDir, { recursive: true, force: true });
  };
}

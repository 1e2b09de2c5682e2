/** Before every test file in workerd: the same migrations as in production, on that file's own database. */
import { applyD1Migrations, type D1Migration } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { vi } from "vitest";

const bindings = env as unknown as { DB: D1Database; TEST_MIGRATIONS: D1Migration[] };
await applyD1Migrations(bindings.DB, bindings.TEST_MIGRATIONS);

// One line for every request would drown the results; tests that read the log put their own spy in place.
console.log = () => undefined;

// Whole walks through the states on a busy machine take longer than the default of five seconds.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

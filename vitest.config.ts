/**
 * Three projects: `unit` (plain Node), `worker` (inside workerd, on the migrated database), `e2e` (Chromium against
 * the real server). Each file of `worker` costs a start of workerd, so pure logic belongs in `unit`.
 */
import { existsSync } from "node:fs";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { newSecretJwk } from "./scripts/lib/keys.mjs";

const migrations = existsSync("worker/migrations") ? await readD1Migrations("worker/migrations") : [];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          include: [
            "{shared,addin,cli,scripts,checks,bench}/**/*.test.ts",
            "examples/**/*.test.ts",
            "worker/console/**/*.test.ts",
          ],
        },
      },
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: {
              // A database for each released state of the schema, to migrate from: worker/migrations.test.ts.
              d1Databases: Object.fromEntries(
                migrations.map(({ name }) => [`DB_FROM_${name.slice(0, 4)}`, `from-${name.slice(0, 4)}`]),
              ),
              bindings: {
                ENVIRONMENT: "local",
                SIGNING_JWK: newSecretJwk(),
                AUTH_JWK: newSecretJwk(),
                TEST_MIGRATIONS: migrations,
                // Whole suites come from one person; the tests of the limits switch them on.
                RATE_LIMITS: "off",
                // `npm run fuzz` asks for more.
                FUZZ_RUNS: process.env["KC_FUZZ_RUNS"] ?? "500",
                FUZZ_SEED: process.env["KC_FUZZ_SEED"] ?? "20261123",
              },
            },
          }),
        ],
        test: {
          name: "worker",
          include: ["worker/**/*.test.ts"],
          exclude: ["worker/console/**", "node_modules/**"],
          setupFiles: ["worker/test-setup.ts"],
        },
      },
      {
        test: {
          name: "e2e",
          environment: "node",
          include: ["e2e/**/*.test.ts"],
          globalSetup: ["scripts/lib/e2e-setup.ts"],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

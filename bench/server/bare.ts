/** The least a Worker can do with the same request: read the JSON, insert the text, answer its id. */
import { Hono } from "hono";

interface Statement {
  bind(...values: readonly unknown[]): Statement;
  run(): Promise<unknown>;
}
interface Bindings {
  readonly DB: { prepare(sql: string): Statement; batch(statements: readonly Statement[]): Promise<unknown> };
}

/** D1 holds at most 2 MB a row. */
const PART_LENGTH = 900_000;
const app = new Hono<{ Bindings: Bindings }>();

app.get("/healthz", (c) => c.json({ status: "ok" }));

app.post("/start", async (c) => {
  await c.env.DB.prepare(
    "CREATE TABLE IF NOT EXISTS bodies (id TEXT NOT NULL, part INTEGER NOT NULL, at TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (id, part)) STRICT",
  ).run();
  return c.json({ status: "ok" });
});

app.post("/insert", async (c) => {
  const text = JSON.stringify(await c.req.json());
  const id = crypto.randomUUID();
  const at = new Date().toISOString();
  const insert = c.env.DB.prepare("INSERT INTO bodies (id, part, at, body) VALUES (?, ?, ?, ?)");
  const parts = Array.from({ length: Math.ceil(text.length / PART_LENGTH) }, (_, part) =>
    insert.bind(id, part, at, text.slice(part * PART_LENGTH, (part + 1) * PART_LENGTH)),
  );
  await c.env.DB.batch(parts);
  return c.json({ id }, 201);
});

export default app;

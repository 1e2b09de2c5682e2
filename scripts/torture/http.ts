/** One request on one connection of its own: what is cut is this request and no other. */
import { request } from "node:http";

export interface Reply {
  readonly status: number;
  readonly text: string;
}

export interface Call {
  readonly method?: "GET" | "POST";
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const PATIENCE_MS = 30_000;

/** Rejects when the connection ends before the whole answer is here. */
export function call(port: number, path: string, options: Call = {}): Promise<Reply> {
  const { body, token } = options;
  const headers: Record<string, string> = { ...options.headers };
  if (token !== undefined) headers["authorization"] = `Bearer ${token}`;
  if (body !== undefined) {
    headers["content-type"] = "application/json";
    headers["content-length"] = String(Buffer.byteLength(body));
  }
  return new Promise((done, fail) => {
    const sending = request(
      { host: "127.0.0.1", port, path, method: options.method ?? "GET", headers, agent: false },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("error", fail);
        answer.on("end", () => {
          if (!answer.complete) return fail(new Error("the answer was cut"));
          done({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString("utf8") });
        });
      },
    );
    sending.setTimeout(PATIENCE_MS, () => sending.destroy(new Error("no answer in time")));
    sending.on("error", fail);
    sending.end(body);
  });
}

/** For the calm before and after; throws on any other status than 2xx. */
export async function callJson<T>(port: number, path: string, options: Call = {}): Promise<T> {
  const { status, text } = await call(port, path, options);
  if (status < 200 || status > 299) throw new Error(`${path}: ${status} ${text.slice(0, 300)}`);
  return JSON.parse(text) as T;
}

export async function tokenOf(port: number, personId: string): Promise<string> {
  const body = JSON.stringify({ personId });
  return (await callJson<{ token: string }>(port, "/api/v1/local/sign-in", { method: "POST", body })).token;
}

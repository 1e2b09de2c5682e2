/** What is logged of an unexpected error: what went wrong and where, never what somebody wrote. */
const MOST = 300;
const MOST_FRAMES = 6;

/** Messages of the language quote what they stumbled over: `Unexpected token 'N', "Nguyễn V"... is not valid JSON`. */
function withoutQuotes(text: string): string {
  return text.replace(/"[^"\n]*"?|'[^'\n]*'?|`[^`\n]*`?|“[^”\n]*”?/g, "…").slice(0, MOST);
}

export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: "unknown" };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    message: withoutQuotes(error.message),
    stack: frames.slice(0, MOST_FRAMES).map((line) => line.trim()),
  };
}

/** What every check hands back: how much it looked at, and what is wrong, one sentence each. */
export interface CheckResult {
  readonly name: string;
  /** What was counted, e.g. "imports". */
  readonly unit: string;
  /** Zero means the check looked at nothing, and counts as a failure. */
  readonly examined: number;
  readonly problems: readonly string[];
}

/** A source file as checks see it; `path` is relative to the project, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** English texts of a custom function; the Vietnamese ones are its JSDoc. `P` lists the parameter names. */
export interface FunctionTexts<P extends string> {
  readonly en: { readonly description: string; readonly params: Readonly<Record<P, string>> };
}

/** A documented example: executed by a test, printed on the help page. Dates are written "2018-06-30". */
export interface Example {
  readonly args: readonly unknown[];
  readonly value?: unknown;
  readonly error?: "#VALUE!" | "#N/A" | "#NUM!";
}

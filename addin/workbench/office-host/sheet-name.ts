/** What Excel accepts as the name of a sheet. Null when it is fine. */
export function sheetNameProblem(name: string): string | null {
  if (name.trim() === "") return "A sheet name must not be empty.";
  if (name.length > 31) return `The sheet name ${name} is longer than 31 characters.`;
  if (/[\\/?*[\]:]/.test(name) || name.startsWith("'") || name.endsWith("'")) {
    return `The sheet name ${name} has characters that are not allowed.`;
  }
  return name.toLowerCase() === "history" ? "The sheet name History is reserved." : null;
}

/** Enter in a field sends a form on. Fluent's own submit button does not count as one for the browser. */

/** Searches inside a form have an Enter of their own. */
const OWN_ENTER = "kc-norm-picker, kc-replica-picker";

/** True for Enter in a field of one line, and for Ctrl+Enter in any: in a text of several lines Enter begins the next. */
export function goesOn(event: KeyboardEvent): boolean {
  const { target } = event;
  // A syllable being put together by the keyboard is finished with Enter too.
  if (event.key !== "Enter" || event.isComposing || !(target instanceof HTMLElement)) return false;
  const together = event.ctrlKey || event.metaKey;
  return (together || target instanceof HTMLInputElement) && target.closest(OWN_ENTER) === null;
}

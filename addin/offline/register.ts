/** Asks the browser to keep a page for use without a network. Where it cannot, the page works as before. */

/** `script` may only serve addresses that begin with `scope`. */
export function keepForOffline(script: string, scope: string): void {
  // Not every host of add-ins has service workers (Excel on a Mac has none), and some forbid them.
  if (!("serviceWorker" in navigator)) return;
  const register = () => {
    navigator.serviceWorker
      .register(script, { scope, updateViaCache: "none" })
      .catch((error: unknown) => console.warn(error));
  };
  // What the person waits for is fetched first.
  if (document.readyState === "complete") register();
  else window.addEventListener("load", register, { once: true });
}

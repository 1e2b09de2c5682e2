/** Where Office does not vouch (a browser, an older Excel): the page of the service signs in and its cookie does the rest. */
import { endSession } from "./api.ts";
import { dropSession } from "./auth.ts";
import type { SignIn } from "./sign-in.ts";

/** `open` leads the whole window there; the start page comes back with the person's name. */
export function pageSignIn(
  issuer: { readonly name: string; readonly href: string } | null,
  open: (address: string) => void = (address) => void window.open(address, "_top"),
): SignIn {
  return {
    kind: "page",
    name: issuer?.name ?? null,
    token: () => Promise.resolve(null),
    signIn: () => {
      if (issuer !== null) open(`${issuer.href}&next=${encodeURIComponent("/?next=/workbench/")}`);
      return Promise.resolve();
    },
    signOut: async () => {
      await endSession();
      dropSession();
    },
  };
}

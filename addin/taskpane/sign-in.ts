/**
 * Signing in, whoever vouches for the person. The rest of the pane knows this interface only: a demonstration machine,
 * Office itself (nested app authentication) and the page of the service are three ways to keep it.
 */
import type { SignInOptions } from "../../shared/contract/session.ts";
import { readSignInOptions, useTokens } from "./api.ts";
import { localSignIn } from "./sign-in-local.ts";
import { pageSignIn } from "./sign-in-page.ts";

export interface SignIn {
  /** "local": choose a person; "nested": Office knows them; "page": the service's own page signs in. */
  readonly kind: "local" | "nested" | "page";
  /** Shown on the button; null where there is nothing to choose. */
  readonly name: string | null;
  /** For the service, renewed when that needs nobody; null when nobody is signed in or a cookie does it. */
  token(): Promise<string | null>;
  /** Asks the person, if need be. `personId` is for a demonstration machine. Throws what the person must be told. */
  signIn(personId?: string): Promise<void>;
  /** Here, and where the service keeps a session. */
  signOut(): Promise<void>;
}

/** Whether this Office vouches for people to the pages inside it. */
function officeVouches(): boolean {
  return (
    typeof Office === "object" &&
    Office.context?.requirements?.isSetSupported("NestedAppAuth", "1.1") === true
  );
}

/** Only where it is needed is the library of the issuer fetched. */
export async function chooseSignIn(options: SignInOptions, vouches = officeVouches()): Promise<SignIn> {
  if (options.local) return localSignIn();
  const nested = options.issuers.find((issuer) => issuer.nested);
  if (nested !== undefined && vouches) return (await import("./sign-in-nested.ts")).nestedSignIn(nested);
  return pageSignIn(options.issuers[0] ?? null);
}

let chosen: Promise<SignIn> | null = null;

/** The one way of this machine; asked of the service once. Throws ApiProblem. */
export function currentSignIn(): Promise<SignIn> {
  chosen ??= readSignInOptions()
    .then((options) => chooseSignIn(options))
    .then((signIn) => {
      useTokens(() => signIn.token());
      return signIn;
    })
    .catch((error: unknown) => {
      chosen = null;
      throw error;
    });
  return chosen;
}

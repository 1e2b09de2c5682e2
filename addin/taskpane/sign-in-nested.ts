/** Nested app authentication: Office, where the person is signed in already, gives the pane a token for the service. */
import { createNestablePublicClientApplication, type AuthenticationResult } from "@azure/msal-browser";
import { readMe } from "./api.ts";
import { dropSession, readSession, saveSession } from "./auth.ts";
import type { SignIn } from "./sign-in.ts";

export interface NestedIssuer {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
}

/** What is used of the library. */
export interface NestedClient {
  acquireTokenSilent(request: {
    scopes: string[];
  }): Promise<Pick<AuthenticationResult, "accessToken" | "expiresOn">>;
  acquireTokenPopup(request: {
    scopes: string[];
  }): Promise<Pick<AuthenticationResult, "accessToken" | "expiresOn">>;
}

/** Names of scopes that only ask for an id token say nothing to the service. */
const OPENID = new Set(["openid", "profile", "email", "offline_access"]);

export function scopesOf(scope: string): string[] {
  return scope.split(/\s+/).filter((each) => each !== "" && !OPENID.has(each));
}

function microsoftClient({ clientId, issuer }: NestedIssuer): Promise<NestedClient> {
  return createNestablePublicClientApplication({
    auth: { clientId, authority: issuer.replace(/\/v2\.0\/?$/, "") },
    // Office keeps the tokens; the pane keeps none longer than the page lives.
    cache: { cacheLocation: "sessionStorage" },
  });
}

export async function nestedSignIn(
  issuer: NestedIssuer,
  makeClient: (issuer: NestedIssuer) => Promise<NestedClient> = microsoftClient,
): Promise<SignIn> {
  const client = await makeClient(issuer);
  const request = { scopes: scopesOf(issuer.scope) };
  const keep = async ({
    accessToken,
    expiresOn,
  }: Pick<AuthenticationResult, "accessToken" | "expiresOn">) => {
    const known = readSession()?.person ?? (await readMe(accessToken));
    const expiresAt = (expiresOn ?? new Date(Date.now() + 3_600_000)).toISOString();
    saveSession({ token: accessToken, person: known, expiresAt });
    return accessToken;
  };
  return {
    kind: "nested",
    name: issuer.name,
    token: async () => {
      if (readSession() === null) return null;
      // The library asks Office only when its own token is nearly over; when Office wants the person, they sign in anew.
      const result = await client.acquireTokenSilent(request).catch(() => null);
      if (result === null) dropSession();
      else if (result.accessToken !== readSession()?.token) await keep(result);
      return result?.accessToken ?? null;
    },
    signIn: async () => {
      dropSession();
      await keep(await client.acquireTokenSilent(request).catch(() => client.acquireTokenPopup(request)));
    },
    // The account is Office's: here only the pane forgets who it was.
    signOut: () => Promise.resolve(dropSession()),
  };
}

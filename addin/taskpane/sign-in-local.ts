/** A demonstration machine: the person is chosen from a list; the token is kept beside the name. */
import { endSession, signInLocally } from "./api.ts";
import { dropSession, readSession, saveSession } from "./auth.ts";
import type { SignIn } from "./sign-in.ts";

export function localSignIn(): SignIn {
  return {
    kind: "local",
    name: null,
    token: () => Promise.resolve(readSession()?.token ?? null),
    signIn: async (personId = "") => saveSession(await signInLocally(personId)),
    signOut: async () => {
      await endSession();
      dropSession();
    },
  };
}

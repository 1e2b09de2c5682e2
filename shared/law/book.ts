import { sha256Hex } from "../kernel/sha256.ts";
import { DOCUMENTS } from "./documents.ts";
import { LOCAL_LEVELS } from "./overlays.ts";
import { PARAMETERS } from "./parameters/index.ts";
import type { LawBook } from "./types.ts";
import { VOTE_LEVEL_PERIODS } from "./vote-levels.ts";

let cached: LawBook | null = null;

/** The law data shipped with the product; its version is the hash of the data. */
export function builtinLawBook(): LawBook {
  cached ??= {
    version: sha256Hex(JSON.stringify([DOCUMENTS, PARAMETERS, LOCAL_LEVELS, VOTE_LEVEL_PERIODS])).slice(
      0,
      12,
    ),
    documents: DOCUMENTS,
    parameters: PARAMETERS,
    localLevels: LOCAL_LEVELS,
    voteLevels: VOTE_LEVEL_PERIODS,
  };
  return cached;
}

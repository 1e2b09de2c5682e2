/** `npm run build`: the pages and functions into dist/client, always anew. */
import { buildClient } from "./lib/build.mjs";

await buildClient({ force: true, say: (text) => void process.stderr.write(`${text}\n`) });

/** The workbench page around this frame. */
import type { Grid, WorkbenchBridge } from "../grid.ts";

export function bridge(): WorkbenchBridge {
  // Same origin always: the Worker serves both pages.
  const found = window.parent === window ? undefined : window.parent.kcWorkbench;
  if (found === undefined) throw new Error("office-host.js works only inside the workbench page");
  return found;
}

export function whenGrid(): Promise<Grid> {
  return bridge().whenGrid();
}

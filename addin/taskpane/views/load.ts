/** Which element shows a tab, and where its code comes from: each tab's own file, so that the pane shows itself early. */
import { ApiProblem } from "../api.ts";
import type { TabId } from "../app.ts";

const LOADERS: Readonly<Record<TabId, () => Promise<unknown>>> = {
  draft: () => import("./draft-view.ts"),
  norms: () => import("./norms-view.ts"),
  check: () => import("./check-view.ts"),
  allocate: () => import("./allocate-view.ts"),
  send: () => import("./send-view.ts"),
  track: () => import("./track-view.ts"),
  basis: () => import("./basis-view.ts"),
};

/** Resolves when the tab's element is defined. ApiProblem (network) while its code cannot be fetched. */
export async function loadView(tab: TabId): Promise<void> {
  await LOADERS[tab]().catch((error: unknown) => {
    console.error(error);
    throw new ApiProblem(0, null, "network");
  });
}

/** Everything a person may open later is fetched now, so that it is there when the network is not. */
export async function loadAllViews(): Promise<void> {
  const more = [
    () => import("../parts/freeze-panel.ts"),
    () => import("../../../shared/workbook/explain.ts"),
  ];
  for (const load of [...Object.values(LOADERS), ...more]) await load().catch(() => undefined);
}

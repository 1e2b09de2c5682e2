/** Is there a spreadsheet around this page? The only place that asks Office. */

export type Host = "excel" | "none";

/** Office answers at once or not at all: outside Excel its promise may never settle. */
const PATIENCE_MS = 8000;

function later(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds));
}

/** Excel opened this page, whether or not the script that connects the two has arrived: it says so in the address. */
export function openedByExcel(): boolean {
  return new URLSearchParams(location.search).get("_host_Info")?.startsWith("Excel") === true;
}

export async function findHost(): Promise<Host> {
  if (typeof Office === "undefined") return "none";
  const info = await Promise.race([Office.onReady(), later(PATIENCE_MS)]);
  return info !== null && info.host === Office.HostType.Excel ? "excel" : "none";
}

/** Ties a ribbon button to the pane: the button shows the pane, then does its work. */
export function onRibbonButton(name: string, work: () => void): void {
  if (typeof Office === "undefined" || Office.actions === undefined) return;
  Office.actions.associate(name, async (event: Office.AddinCommands.Event) => {
    await Office.addin.showAsTaskpane();
    work();
    event.completed();
  });
}

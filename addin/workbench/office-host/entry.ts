/**
 * Stands where office.js stands in Excel: bundled as one classic script (/workbench/office-host.js, IIFE), put
 * into the same task pane page by the Worker under /workbench/. It works inside the frame and talks to the spreadsheet
 * of the page around it.
 */
import { customFunctions, registerFunctions } from "./custom-functions.ts";
import { HostError } from "./errors.ts";
import { excel } from "./excel.ts";
import { office, officeRuntime } from "./office.ts";

Object.assign(globalThis, {
  Office: office,
  Excel: excel,
  OfficeRuntime: officeRuntime,
  OfficeExtension: { Error: HostError },
  CustomFunctions: customFunctions,
});

/** After the page's own scripts, which associate the functions. */
function start(): void {
  registerFunctions().catch((error: unknown) => console.error("KC functions:", error));
}

if (document.readyState === "complete") start();
else window.addEventListener("load", start, { once: true });

/** Entry of the task pane page. */
import "@fluentui/web-components/button.js";
import "./styles/taskpane.css";
import type { PaneApp } from "./app.ts";
import { onRibbonButton } from "../excel/host.ts";
import { readSession, watchSessions } from "./auth.ts";
import { currentSignIn } from "./sign-in.ts";
import { LANG_EVENT, lang, loadEnglish } from "./texts/index.ts";
import { startTheme } from "./theme.ts";
import { loadAllViews } from "./views/load.ts";
import "./app.ts";
import { keepForOffline } from "../offline/register.ts";
import { queueHere } from "./model/queue-here.ts";

document.documentElement.lang = lang();
startTheme();
watchSessions();
// Tokens of Office are renewed from the first request on; without a network the pane goes on as before.
if (readSession() !== null) void currentSignIn().catch(() => undefined);

queueHere.start();
// Inside the workbench that page keeps this one too.
if (location.pathname === "/taskpane.html") keepForOffline("/pane-offline.js", "/taskpane.html");

/** English readers wait for their words rather than see Vietnamese first. */
async function showOwnLanguage(): Promise<void> {
  document.body.hidden = true;
  await loadEnglish();
  document.body.hidden = false;
  window.dispatchEvent(new Event(LANG_EVENT));
}
if (lang() === "en") void showOwnLanguage();
window.addEventListener("load", () => void loadAllViews().then(loadEnglish));

const pane = () => document.querySelector<PaneApp>("kc-pane");
onRibbonButton("kcShowDraft", () => pane()?.show("draft"));
onRibbonButton("kcShowCheck", () => void pane()?.showCheck());
onRibbonButton("kcShowSubmit", () => pane()?.show("send"));
onRibbonButton("kcShowTrack", () => pane()?.show("track"));

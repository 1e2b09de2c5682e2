/** Entry of the task pane page. */
import "@fluentui/web-components/button.js";
import "./styles/taskpane.css";
import type { PaneApp } from "./app.ts";
import { onRibbonButton } from "../excel/host.ts";
import { watchSessions } from "./auth.ts";
import { lang } from "./texts/index.ts";
import { startTheme } from "./theme.ts";
import "./views/draft-view.ts";
import "./views/check-view.ts";
import "./views/send-view.ts";
import "./views/track-view.ts";
import "./views/basis-view.ts";
import "./app.ts";
import { queueHere } from "./model/queue-here.ts";

document.documentElement.lang = lang();
startTheme();
watchSessions();

queueHere.start();
// These fill their place as soon as they are there; the rest of the pane need not wait for them.
void import("./views/norms-view.ts");
void import("./parts/freeze-panel.ts");

const pane = () => document.querySelector<PaneApp>("kc-pane");
onRibbonButton("kcShowDraft", () => pane()?.show("draft"));
onRibbonButton("kcShowCheck", () => void pane()?.showCheck());
onRibbonButton("kcShowSubmit", () => pane()?.show("send"));
onRibbonButton("kcShowTrack", () => pane()?.show("track"));

/** What every page does first: styles, theme, the Fluent elements in use. */
import "../styles/base.css";
import "../styles/parts.css";
import "../styles/pages.css";
import "../styles/sheet.css";
import "../styles/compare.css";
import "../styles/meeting.css";
import "../styles/order.css";
import "../styles/review.css";
import "../styles/steward.css";
import "../styles/summary.css";
import "../styles/print.css";
import "@fluentui/web-components/button.js";
import "@fluentui/web-components/spinner.js";
import { startTheme } from "./theme.ts";

startTheme();

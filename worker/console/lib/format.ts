/** How figures, moments and hashes are written for people. */
import { formatDong } from "../../../shared/kernel/money.ts";
import type { Severity } from "../../../shared/kernel/finding.ts";

const VIETNAM_TIME = "Asia/Ho_Chi_Minh";

const partsFormat = new Intl.DateTimeFormat("en-GB", {
  timeZone: VIETNAM_TIME,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** "23/11/2026 12:05", Vietnam's clock whatever the reader's. */
export function formatMoment(iso: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  const parts = new Map(partsFormat.formatToParts(moment).map((part) => [part.type, part.value]));
  const at = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
  return `${at("day")}/${at("month")}/${at("year")} ${at("hour")}:${at("minute")}`;
}

/** "1.234.567 đ" */
export function money(value: number): string {
  return `${formatDong(value)} đ`;
}

export function shortHash(hash: string): string {
  return hash.length <= 16 ? hash : `${hash.slice(0, 8)}…${hash.slice(-4)}`;
}

/** Submission ids are long; the tail is enough to tell two apart in a list. */
export function shortId(id: string): string {
  return id.length <= 12 ? id : `…${id.slice(-8)}`;
}

export const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

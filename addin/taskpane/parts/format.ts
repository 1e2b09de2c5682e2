/** Moments, hashes and ids as people read them. */

const parts = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Ho_Chi_Minh",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** "23/11/2026 12:05", Vietnam's clock whatever the machine's. */
export function formatMoment(moment: Date | string): string {
  const date = typeof moment === "string" ? new Date(moment) : moment;
  if (Number.isNaN(date.getTime())) return String(moment);
  const found = new Map(parts.formatToParts(date).map((part) => [part.type, part.value]));
  const at = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? "";
  return `${at("day")}/${at("month")}/${at("year")} ${at("hour")}:${at("minute")}`;
}

/** Submission ids are long; the tail tells two apart. */
export function shortId(id: string): string {
  return id.length <= 14 ? id : `…${id.slice(-8)}`;
}

/**
 * How many bytes of files one person, and one organisation, may have kept in a calendar year of Vietnam. Files are
 * evidence and are never taken away, so the room comes anew each year. Figures of whoever runs the service, of no law.
 * Asked before anything of a file is kept, and once more by the statement that keeps its row.
 */
import { vietnamDay } from "../../shared/kernel/date.ts";
import type { Viewer } from "../auth/authenticate.ts";
import type { Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";
import { keptBytes, type Room } from "../store/uploads.ts";

const MEGABYTE = 1024 * 1024;
/** Where the settings say nothing. */
export const DEFAULT_QUOTA_MB = { person: 500, organisation: 2000 } as const;
type Whose = keyof typeof DEFAULT_QUOTA_MB;

const SAYS: Readonly<Record<Whose, string>> = { person: "bạn", organisation: "đơn vị của bạn" };

function quotaBytes(setting: string | undefined, whose: Whose): number {
  const text = (setting ?? "").trim();
  if (text === "") return DEFAULT_QUOTA_MB[whose] * MEGABYTE;
  if (!/^[1-9]\d{0,7}$/.test(text))
    throw new HttpProblem(
      "unavailable",
      "Hạn mức dung lượng tệp của máy chủ đặt sai: phải là số MB nguyên dương.",
    );
  return Number(text) * MEGABYTE;
}

/** Problem: unavailable, when a setting cannot be right. */
export function uploadQuotas(env: Env): Readonly<Record<Whose, number>> {
  return {
    person: quotaBytes(env.UPLOAD_MB_PER_PERSON, "person"),
    organisation: quotaBytes(env.UPLOAD_MB_PER_ORGANISATION, "organisation"),
  };
}

/** Up to a tenth: what is used is never said to be less than it is. */
const megabytes = (bytes: number) =>
  `${(Math.ceil((bytes / MEGABYTE) * 10) / 10).toString().replace(".", ",")} MB`;

/** Midnight of 1 January in Vietnam, seven hours ahead the whole year. */
const yearBegan = (year: number) => `${year - 1}-12-31T17:00:00.000Z`;

const yearOf = (now: Date): number => Number(vietnamDay(now.getTime()).slice(0, 4));

/** Problem: unavailable, when a setting cannot be right. */
export function roomOf(env: Env, now: Date): Room {
  const { person, organisation } = uploadQuotas(env);
  return { since: yearBegan(yearOf(now)), personBytes: person, organisationBytes: organisation };
}

/** Problem: quota. The same file once more takes no room. */
export async function requireRoom(
  env: Env,
  viewer: Viewer,
  { hash, sizeBytes }: { readonly hash: string; readonly sizeBytes: number },
  now: Date,
): Promise<void> {
  const quotas = uploadQuotas(env);
  const year = yearOf(now);
  const kept = await keptBytes(env.DB, viewer, { besides: hash, since: yearBegan(year) });
  for (const whose of ["person", "organisation"] as const) {
    if (kept[whose] + sizeBytes <= quotas[whose]) continue;
    throw new HttpProblem(
      "quota",
      `Năm ${year} ${SAYS[whose]} đã giữ ${megabytes(kept[whose])} tệp trong hạn mức ${megabytes(quotas[whose])}, tệp này ${megabytes(sizeBytes)} nên không còn chỗ. Hãy gửi sổ từ ngăn tác vụ hoặc bàn làm việc (không tính vào hạn mức tệp), hoặc nhờ người vận hành nâng hạn mức.`,
    );
  }
}

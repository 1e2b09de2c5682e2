/** The place argument of KC.MUCHOTRO: "UT", a province, or both ("UT; Quảng Ninh"). */
import { nearestNames } from "../kernel/nearest.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { foldKey } from "../kernel/text.ts";
import { findProvince } from "./province.ts";
import { PROVINCES } from "./provinces.ts";

export interface SupportPlace {
  readonly priority: boolean;
  /** Today's two-digit code; its local levels apply. */
  readonly province?: string;
}

const PRIORITY = new Set(["ut", "uutien"]);

/** Anything unclear is refused rather than silently read as "no priority". Errors: support-place-unknown, support-place-many. */
export function readSupportPlace(typed: string | null): Result<SupportPlace> {
  const parts = (typed ?? "").split(/[;,|+]/).filter((part) => foldKey(part) !== "");
  const names = parts.filter((part) => !PRIORITY.has(foldKey(part)));
  const priority = names.length < parts.length;
  const [name, ...others] = names.map((part) => part.trim());
  if (name === undefined) return ok({ priority });
  if (others.length > 0) {
    return fail(
      "VALUE",
      "support-place-many",
      `“Địa bàn” chỉ nhận một tỉnh, nhận được “${names.join("; ")}”.`,
      "Only one province is possible.",
    );
  }
  const province = findProvince(/^\d$/.test(name) ? `0${name}` : name);
  if (province !== null) return ok({ priority, province: province.code });
  const near = nearestNames(
    name,
    PROVINCES.flatMap((p) => [p.name, ...p.mergedFrom]),
  );
  const hint = near.length === 0 ? "" : ` Có phải là ${near.join(", ")}?`;
  return fail(
    "VALUE",
    "support-place-unknown",
    `“Địa bàn” nhận UT (địa bàn hoặc ngành nghề ưu tiên), tên hoặc mã tỉnh, hoặc cả hai như “UT; 22”; không hiểu “${name}”.${hint}`,
    `The place is UT, a province, or both; “${name}” is neither.`,
  );
}

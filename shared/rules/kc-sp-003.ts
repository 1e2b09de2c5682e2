import { formatDate, type IsoDate } from "../kernel/date.ts";
import type { LevelPeriod } from "../law/types.ts";
import { levelEndedSince, levelPeriods, levelsAt, VOTE_LEVELS } from "../law/vote-levels.ts";
import type { ProductLine } from "../plan/shapes.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const STRAIGHT_TO_PROVINCE =
  "Đăng ký thẳng cấp tỉnh (điểm d khoản 2 Điều 12 cho phép khi không có bình chọn cấp huyện). Giấy chứng nhận cấp huyện cũ còn giá trị tới hạn ghi trên giấy.";

/** The next level up at which votes are held that day. */
function nextLevel({ level }: ProductLine, date: IsoDate, periods: readonly LevelPeriod[]): string {
  const held = levelsAt(date, periods);
  const above = level === null ? [] : VOTE_LEVELS.slice(VOTE_LEVELS.indexOf(level) + 1);
  return above.find((one) => held.includes(one)) ?? held.join(", ");
}

export const kcsp003: Rule = {
  id: "KC-SP-003",
  severity: "warning",
  category: "san-pham",
  stage: "line",
  title: {
    vi: "Cấp bình chọn phải còn tổ chức vào ngày bình chọn; cấp huyện đã hết từ 01/07/2025",
    en: "Votes must still be held at the level on the day; districts ended on 1 July 2025",
  },
  basis: { doc: "qd-19-2025-ttg", note: "đọc qua nguồn thứ cấp, chưa đối chiếu" },
  from: null,
  to: null,
  related: ["KC-SP-007", "KC-DA-031"],
  check: ({ plan, law }) => {
    const periods = levelPeriods(law);
    return plan.products.flatMap((line): Hit[] => {
      if (line.level === null || line.voteDate === null) return [];
      const since = levelEndedSince(line.level, line.voteDate, periods);
      if (since === null) return [];
      const next = nextLevel(line, line.voteDate, periods);
      return [
        {
          where: at(line, "level"),
          message: `Cấp ${line.level.toLowerCase()} đã kết thúc từ ${formatDate(since)}; chưa thấy văn bản quy định cấp thay thế.`,
          found: line.level,
          expected: next,
          remedy:
            line.level === "Huyện"
              ? STRAIGHT_TO_PROVINCE
              : `Kiểm tra cấp và ngày bình chọn; cấp có tổ chức ngày này: ${levelsAt(line.voteDate, periods).join(", ").toLowerCase()}.`,
        },
      ];
    });
  },
};

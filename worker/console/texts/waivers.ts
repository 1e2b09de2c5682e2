/** Sentences about waivers in both languages. */
import { formatDate, type IsoDate } from "../../../shared/kernel/date.ts";
import type { WaiverState } from "../../../shared/plan/waivers.ts";
import { lang } from "./index.ts";

const vi = {
  heading: "Miễn áp dụng quy tắc",
  lead: "Chỉ cho hồ sơ này. Ai xem được hồ sơ đều thấy lý do và người miễn; nhận xét vẫn được ghi.",
  ask: (rule: string) => `Miễn ${rule}`,
  askOther: "Miễn một quy tắc khác",
  rule: "Mã quy tắc, ví dụ KC-DA-009",
  ruleWrong: "Mã quy tắc có dạng KC-DA-009.",
  waived: (reason: string, people: string, on: string) => `Được miễn: ${reason} (${people}, ${on})`,
  both: (a: string, b: string) => `${a}; xác nhận: ${b}`,
  day: (day: string) => formatDate(day as IsoDate),
  takenBack: "việc miễn này đã thu hồi",
  waiting: (rule: string) => `Đang chờ xác nhận miễn ${rule}`,
  states: {
    proposed: "Chờ người thứ hai",
    granted: "Được miễn",
    refused: "Không đồng ý",
    revoked: "Đã thu hồi",
  },
  proposedBy: "Đề nghị",
  grantedBy: "Miễn",
  confirmedBy: "Xác nhận",
  refusedBy: "Không đồng ý",
  revokedBy: "Thu hồi",
  register: {
    heading: "Quy tắc được miễn theo hồ sơ",
    lead: "Người thẩm định của Bộ miễn ngay trong hồ sơ, quy tắc có thể chặn thì cần hai người. Quy tắc phải miễn nhiều lần là quy tắc cần xem lại: đưa về thử nghiệm hoặc tắt bằng một đề nghị ở dưới.",
    none: "Chưa có quy tắc nào được miễn.",
    count: (granted: number, proposed: number) =>
      proposed === 0 ? `miễn ${granted} hồ sơ` : `miễn ${granted} hồ sơ, ${proposed} đang chờ`,
    rule: "Quy tắc",
    file: "Hồ sơ",
    reason: "Lý do",
    people: "Ai, khi nào",
    submission: (province: string, year: number) => `${province}, ${year}`,
  },
  ownProposal: "Bạn là người đề nghị nên người khác của Bộ phải xác nhận.",
  steps: {
    waive: {
      label: (rule: string) => `Miễn ${rule}`,
      lead: "Quy tắc chỉ cảnh báo được miễn ngay. Quy tắc có thể chặn chờ một người khác của Bộ xác nhận; sau đó bản sửa của hồ sơ này không bị lỗi ấy chặn nữa.",
    },
    confirm: {
      label: (rule: string) => `Xác nhận miễn ${rule}`,
      lead: "Từ lúc này lỗi của quy tắc không chặn bản sửa của hồ sơ này; lỗi vẫn được ghi kèm lý do.",
    },
    refuse: {
      label: (rule: string) => `Không đồng ý miễn ${rule}`,
      lead: "Quy tắc vẫn áp dụng cho hồ sơ này; người đề nghị thấy lý do.",
    },
    revoke: {
      label: (rule: string) => `Thu hồi việc miễn ${rule}`,
      lead: "Quy tắc lại áp dụng từ lần gửi sau; các biên nhận đã cấp giữ nguyên.",
    },
  },
  done: (rule: string, state: WaiverState) =>
    ({
      proposed: `Đã đề nghị miễn ${rule}; chờ người thứ hai của Bộ xác nhận.`,
      granted: `${rule} được miễn cho hồ sơ này.`,
      refused: `Đã ghi: không đồng ý miễn ${rule}.`,
      revoked: `Đã thu hồi việc miễn ${rule}.`,
    })[state],
};

type WaiverTexts = typeof vi;

const en: WaiverTexts = {
  heading: "Waived rules",
  lead: "For this submission only. Whoever may read it sees the reason and who waived it; the finding stays on record.",
  ask: (rule) => `Waive ${rule}`,
  askOther: "Waive another rule",
  rule: "Rule, e.g. KC-DA-009",
  ruleWrong: "A rule looks like KC-DA-009.",
  waived: (reason, people, on) => `Waived: ${reason} (${people}, ${on})`,
  both: (a, b) => `${a}; confirmed by ${b}`,
  day: (day) => day,
  takenBack: "this waiver has been revoked",
  waiting: (rule) => `Waiver of ${rule} waits for confirmation`,
  states: {
    proposed: "Waits for a second person",
    granted: "Waived",
    refused: "Refused",
    revoked: "Revoked",
  },
  proposedBy: "Proposed",
  grantedBy: "Waived",
  confirmedBy: "Confirmed",
  refusedBy: "Refused",
  revokedBy: "Revoked",
  register: {
    heading: "Rules waived by submission",
    lead: "Reviewers of the Ministry waive in the submission itself; a rule that can block takes two of them. A rule waived again and again should be looked at: propose below to put it on trial or switch it off.",
    none: "No rule has been waived yet.",
    count: (granted, proposed) =>
      proposed === 0 ? `waived for ${granted}` : `waived for ${granted}, ${proposed} waiting`,
    rule: "Rule",
    file: "Submission",
    reason: "Reason",
    people: "Who, when",
    submission: (province, year) => `${province}, ${year}`,
  },
  ownProposal: "You proposed it, so another reviewer of the Ministry has to confirm.",
  steps: {
    waive: {
      label: (rule) => `Waive ${rule}`,
      lead: "A rule that only warns is waived at once. A rule that can block waits for another reviewer of the Ministry; then its errors no longer block a corrected version of this submission.",
    },
    confirm: {
      label: (rule) => `Confirm waiving ${rule}`,
      lead: "From now on errors of this rule do not block a corrected version of this submission; they are kept with the reason.",
    },
    refuse: {
      label: (rule) => `Refuse waiving ${rule}`,
      lead: "The rule still holds for this submission; the proposer sees the reason.",
    },
    revoke: {
      label: (rule) => `Revoke the waiver of ${rule}`,
      lead: "The rule holds again from the next sending; receipts already given stand.",
    },
  },
  done: (rule, state) =>
    ({
      proposed: `Proposed to waive ${rule}; another reviewer of the Ministry has to confirm.`,
      granted: `${rule} is waived for this submission.`,
      refused: `Recorded: waiver of ${rule} refused.`,
      revoked: `The waiver of ${rule} is revoked.`,
    })[state],
};

export function waiverTexts(): WaiverTexts {
  return lang() === "en" ? en : vi;
}

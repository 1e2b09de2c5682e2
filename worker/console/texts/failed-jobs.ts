/** Sentences about work behind the queue that was given up, in both languages. */
import { lang } from "./index.ts";

const vi = {
  heading: "Việc chạy nền bị hỏng",
  lead: "Việc đã thử đủ số lần mà không xong. Người vận hành xem nguyên nhân trong nhật ký của máy chủ, sửa, rồi gửi lại ở đây; gửi lại không làm hai lần điều đã xong.",
  none: "Không có việc nào bị hỏng.",
  waiting: (count: number) => `${count} việc chưa được gửi lại.`,
  kind: "Việc",
  about: "Của",
  failedAt: "Hỏng lúc",
  state: "Xử lý",
  kinds: {
    "check-upload": "Kiểm một tệp đã tải lên",
    recheck: "Kiểm lại các hồ sơ",
    unknown: "Việc mà bản phần mềm này không biết",
  } as Readonly<Record<string, string>>,
  again: "Gửi lại",
  sentAgain: (name: string, at: string) => `${name} đã gửi lại, ${at}`,
};
type FailedJobTexts = typeof vi;

const en: FailedJobTexts = {
  heading: "Background work that failed",
  lead: "Tried as often as allowed and not done. Whoever runs the service finds the cause in the server's log, mends it and sends the work again here; what is done already is not done twice.",
  none: "No work has failed.",
  waiting: (count) => `${count} not sent again yet.`,
  kind: "Work",
  about: "Of",
  failedAt: "Failed at",
  state: "What was done",
  kinds: {
    "check-upload": "Check of an uploaded file",
    recheck: "Recheck of the submissions",
    unknown: "Work this version does not know",
  },
  again: "Send again",
  sentAgain: (name, at) => `sent again by ${name}, ${at}`,
};

export function failedJobTexts(): FailedJobTexts {
  return lang() === "en" ? en : vi;
}

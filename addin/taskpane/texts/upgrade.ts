/** Sentences about workbooks of other templates and about what no template knows. */
import { lang } from "./index.ts";

const upgradeVi = {
  older: (version: string) => `Sổ theo mẫu ${version}`,
  olderLead: "Sổ vẫn soạn, kiểm tra và gửi được. Nâng mẫu chỉ thêm phần còn thiếu, không sửa số liệu:",
  unnamed: "cũ",
  run: "Nâng mẫu sổ",
  running: "Đang nâng mẫu…",
  done: "Đã nâng mẫu sổ. Số liệu cũ giữ nguyên.",
  newer: "Sổ lập bằng mẫu mới hơn phần mềm này: hãy cập nhật phần mềm trước khi sửa.",
  unknown: (n: number) => `Phần ngoài mẫu (${n})`,
  unknownLead: "Những phần này là của riêng bạn: giữ nguyên, không kiểm tra, vẫn đi cùng hồ sơ khi gửi.",
};

const upgradeEn: typeof upgradeVi = {
  older: (version) => `A workbook of template ${version}`,
  olderLead:
    "It can still be drafted, checked and sent. Upgrading adds what is missing and changes no figure:",
  unnamed: "of an older version",
  run: "Upgrade the workbook",
  running: "Upgrading…",
  done: "The workbook was upgraded. Its figures stay as they were.",
  newer: "This workbook was made with a newer template: update this product before changing it.",
  unknown: (n) => `Parts outside the template (${n})`,
  unknownLead: "These are your own: they are kept, not checked, and travel with the submission.",
};

export function upgradeTexts(): typeof upgradeVi {
  return lang() === "en" ? upgradeEn : upgradeVi;
}

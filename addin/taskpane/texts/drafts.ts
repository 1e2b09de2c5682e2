/** Sentences of drafting beyond a new đề án: changing, copying, taking from the register, taking back. */
import { lang } from "./index.ts";

export const draftsVi = {
  edit: (code: string) => `Sửa ${code}`,
  duplicate: (code: string) => `Nhân đôi ${code}`,
  remove: (code: string) => `Xoá ${code}`,
  removeAsk: (code: string, costs: number) =>
    `Xoá ${code}${costs === 0 ? "" : ` và ${costs} khoản chi của nó`}? Dòng được để trống, các dòng khác đứng yên; có thể hoàn tác.`,
  removeRefused: (code: string, lines: number) =>
    `${code} đã có ${lines} dòng ở KC_TienDo nên không xoá được từ đây: xoá sẽ mất dấu việc đã làm.`,
  removeYes: "Xoá",
  removeNo: "Giữ lại",
  removed: (code: string, costs: number) => `Đã xoá ${code}${costs === 0 ? "" : ` và ${costs} khoản chi`}.`,
  editTitle: (code: string) => `Sửa đề án ${code}`,
  editSubmit: "Ghi thay đổi",
  edited: (code: string) => `Đã ghi thay đổi của ${code} vào sổ.`,
  unchanged: (code: string) => `${code} không có gì thay đổi; sổ giữ nguyên.`,
  movedOn:
    "Đề án này đã đổi trong sổ từ lúc mở ra sửa. Không ghi đè: bỏ bản đang sửa rồi mở lại để thấy số mới.",
  gone: "Đề án này không còn trong sổ.",
  codeFixed: "Mã đã dùng ở các trang khác nên giữ nguyên.",
  unfinished: "Còn một đề án đang soạn dở.",
  dropUnfinished: "Bỏ bản dở, mở đề án này",
  search: "Tìm đề án (không cần dấu)",
  noMatch: "Không có đề án nào khớp.",
  copyOpen: "Chép từ sổ khác",
  copyTitle: "Chép đề án từ sổ năm trước",
  copyLead: "Đề án chép sang có mã mới; thời gian để trống; giá ghi thành số và được nhắc đối chiếu lại.",
  copyReplica: "Là nhân rộng: ghi đề án cũ ở cột “Nhân rộng từ”",
  copyKept:
    "Giữ nguyên: tên, nội dung, loại, nguồn, số lượng, địa bàn, thụ hưởng, ngành nghề, kết quả dự kiến và các khoản chi. Để trống: thời gian, ghi chú. Cần xem lại: đơn giá và mức hỗ trợ (cột “Nguồn số liệu”, “Ghi chú” có nhắc); liên kết chỉ giữ giữa các đề án cùng chép.",
  copyChoose: "Chọn tệp .xlsx",
  copyReading: "Đang đọc tệp…",
  copyNone: (name: string) => `Tệp ${name} không có đề án nào theo mẫu (trang KC_DeAn).`,
  copySource: (year: number | null) => (year === null ? "sổ khác" : `sổ năm ${year}`),
  demandOpen: (n: number) => `Lấy từ đăng ký (${n})`,
  demandTitle: "Đưa nhu cầu đăng ký vào kế hoạch",
  demandLead:
    "Mỗi phiếu được chọn thành một đề án; mã đề án ghi lại ở KC_DangKy nên không lấy hai lần. Phiếu “Không chọn”, “Chuyển năm sau” không hiện ở đây.",
  demandKept: "Những gì phiếu chưa ghi còn để trống; thẻ Kiểm tra sẽ hỏi.",
  pickAll: "Chọn tất cả",
  picked: (n: number) => `Đưa ${n} đề án vào sổ`,
  pickNone: "Chọn ít nhất một dòng",
  cancel: "Thôi",
  added: (n: number, first: string, last: string) =>
    n === 1 ? `Đã thêm ${first}.` : `Đã thêm ${n} đề án, từ ${first} đến ${last}.`,
  writing: "Đang ghi vào sổ…",
  unnamed: "(chưa có tên)",
  linksTitle: "Liên kết, nhân rộng",
  linkedTo: "Liên kết với đề án",
  linkedHint: (codes: string) =>
    codes === ""
      ? "Mã đề án cùng làm, cách nhau bằng dấu chấm phẩy."
      : `Mã cách nhau bằng dấu chấm phẩy. Trong sổ có: ${codes}.`,
  replicaOf: "Nhân rộng từ",
  replicaHint: "Đề án gốc đã có hiệu quả: mã, năm, đơn vị thực hiện.",
  replicaFind: "Tìm đề án đã có hiệu quả để nhân rộng",
  replicaSearch: "Tìm theo tên, ngành nghề, tỉnh (không cần dấu)",
  replicaNone: "Chưa có đề án nào cùng loại hỗ trợ được quyết toán và đánh giá hiệu quả.",
  replicaMore: (n: number) => `và ${n} đề án khác; gõ thêm để thu hẹp`,
  replicaEvidence: (evidence: string) => `Hiệu quả: ${evidence}`,
  replicaLoading: "Đang hỏi máy chủ…",
  replicaSignIn: "Đăng nhập để xem đề án hiệu quả của các tỉnh.",
  ownNote: "Ghi chú",
  fromNorm: "Thêm khoản từ định mức",
  normSearch: "Tìm định mức (mã hoặc tên, không cần dấu)",
  normNone: "Không có định mức nào khớp.",
  normMore: (n: number) => `và ${n} định mức khác; gõ thêm để thu hẹp`,
  normPrice: (amount: string, unit: string) => `${amount}/${unit}`,
  normUnpriced: "chưa tính được đơn giá",
  normNote: (code: string, label: string) => `Định mức ${code} (${label}); đơn giá tính bằng KC.DONGIA`,
  normNoPrice: (code: string, label: string, reason: string) =>
    `Định mức ${code} (${label}); chưa tính được đơn giá: ${reason}`,
  normStatus: { "ban-hanh": "ban hành", "du-thao": "dự thảo", "de-xuat": "đề xuất" },
};

export const draftsEn: typeof draftsVi = {
  edit: (code) => `Change ${code}`,
  duplicate: (code) => `Duplicate ${code}`,
  remove: (code) => `Delete ${code}`,
  removeAsk: (code, costs) =>
    `Delete ${code}${costs === 0 ? "" : ` and its ${costs} cost lines`}? Its rows are left blank, other rows stay where they are; it can be undone.`,
  removeRefused: (code, lines) =>
    `${code} has ${lines} lines in KC_TienDo and cannot be deleted from here: what was done would lose its trace.`,
  removeYes: "Delete",
  removeNo: "Keep",
  removed: (code, costs) => `${code}${costs === 0 ? "" : ` and ${costs} cost lines`} deleted.`,
  editTitle: (code) => `Change project ${code}`,
  editSubmit: "Write the changes",
  edited: (code) => `The changes of ${code} are in the workbook.`,
  unchanged: (code) => `Nothing of ${code} was changed; the workbook stays as it is.`,
  movedOn:
    "This project was changed in the workbook after you opened it here. Nothing is overwritten: drop this draft and open it again to see the new figures.",
  gone: "This project is no longer in the workbook.",
  codeFixed: "The code is used on other sheets, so it stays.",
  unfinished: "Another project is still unfinished.",
  dropUnfinished: "Drop it and open this one",
  search: "Find a project (accents not needed)",
  noMatch: "No project matches.",
  copyOpen: "Copy from another workbook",
  copyTitle: "Copy projects of an earlier year",
  copyLead: "Copies get new codes and no dates; prices become figures, with a reminder to check them.",
  copyReplica: "These are replicas: name the old project in “Nhân rộng từ”",
  copyKept:
    "Kept: name, content, kind, fund, count, place, beneficiary, trade, expected result and the cost lines. Left blank: dates, note. To be checked: prices and support (the columns “Nguồn số liệu” and “Ghi chú” say so); links are kept among the projects copied together.",
  copyChoose: "Choose an .xlsx file",
  copyReading: "Reading the file…",
  copyNone: (name) => `${name} holds no project of the template (sheet KC_DeAn).`,
  copySource: draftsVi.copySource,
  demandOpen: (n) => `Take from the register (${n})`,
  demandTitle: "Registered demand into the plan",
  demandLead:
    "Each chosen line becomes a project; its code is written back to KC_DangKy, so nothing is taken twice. Refused and postponed lines are not listed.",
  demandKept: "What the register does not say is left blank; the tab Kiểm tra will ask for it.",
  pickAll: "Choose all",
  picked: (n) => `Add ${n} projects to the workbook`,
  pickNone: "Choose at least one line",
  cancel: "Cancel",
  added: (n, first, last) =>
    n === 1 ? `${first} was added.` : `${n} projects were added, ${first} to ${last}.`,
  writing: "Writing into the workbook…",
  unnamed: "(no name yet)",
  linksTitle: "Links, replication",
  linkedTo: "Carried out together with",
  linkedHint: (codes) =>
    codes === ""
      ? "Codes, set apart by semicolons."
      : `Codes, set apart by semicolons. The workbook has: ${codes}.`,
  replicaOf: "Replica of",
  replicaHint: "The effective project it repeats: code, year, who carried it out.",
  replicaFind: "Find an effective project to replicate",
  replicaSearch: "Name, trade or province (accents not needed)",
  replicaNone: "No project of this kind has been settled and held effective yet.",
  replicaMore: (n) => `and ${n} more; type on to narrow down`,
  replicaEvidence: (evidence) => `Effect: ${evidence}`,
  replicaLoading: "Asking the service…",
  replicaSignIn: "Sign in to see the provinces' effective projects.",
  ownNote: "Note",
  fromNorm: "Add a line from a norm",
  normSearch: "Find a norm (code or name, accents not needed)",
  normNone: "No norm matches.",
  normMore: (n) => `and ${n} more; type on to narrow down`,
  normPrice: (amount, unit) => `${amount} per ${unit}`,
  normUnpriced: "no unit price yet",
  normNote: draftsVi.normNote,
  normNoPrice: draftsVi.normNoPrice,
  normStatus: { "ban-hanh": "issued", "du-thao": "draft", "de-xuat": "proposed" },
};

export function draftTexts(): typeof draftsVi {
  return lang() === "en" ? draftsEn : draftsVi;
}

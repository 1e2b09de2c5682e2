/** What the workbench page says, in the language chosen elsewhere in the product. */
const vi = {
  product: "Khuyến Công · Bàn làm việc",
  home: "Trang đầu",
  open: "Mở .xlsx",
  download: "Tải .xlsx",
  fresh: "Sổ mới",
  hidePane: "Ẩn ngăn công việc",
  showPane: "Hiện ngăn công việc",
  paneTitle: "Ngăn công việc Khuyến Công",
  splitter: "Kéo để đổi độ rộng ngăn công việc; phím mũi tên cũng được",
  loading: "Đang mở bảng tính…",
  loadFailed: "Chưa mở được bảng tính. Hãy kiểm tra kết nối rồi tải lại trang.",
  damaged: "Bản lưu trước đây không mở được nên đã được cất riêng; đang dùng sổ trống.",
  saving: "Đang lưu…",
  saved: "Đã lưu trên máy này",
  notSaved: "Chưa lưu được trên máy này: trình duyệt từ chối hoặc hết chỗ. Hãy tải tệp .xlsx về.",
  otherTab: "Sổ này đang mở ở thẻ khác: thẻ này không tự lưu.",
  ready: "Sẵn sàng. Sổ được giữ trong trình duyệt này cho tới khi chọn “Sổ mới”.",
  freshTitle: "Bắt đầu sổ mới?",
  freshBody: "Sổ đang mở sẽ bị xoá khỏi trình duyệt này. Nếu còn cần, hãy tải tệp .xlsx về trước.",
  openTitle: "Thay sổ đang mở?",
  openBody: "Nội dung của tệp sẽ thay cho sổ đang mở trong trình duyệt này.",
  confirm: "Đồng ý",
  cancel: "Thôi",
  opened: (file: string): string => `Đã mở ${file}.`,
  fileFailed: "Không đọc được tệp.",
  downloadFailed: "Chưa tạo được tệp .xlsx.",
  fileName: "khuyen-cong.xlsx",
};

const en: typeof vi = {
  product: "Khuyến Công · Workbench",
  home: "Start page",
  open: "Open .xlsx",
  download: "Download .xlsx",
  fresh: "New workbook",
  hidePane: "Hide task pane",
  showPane: "Show task pane",
  paneTitle: "Khuyến Công task pane",
  splitter: "Drag to resize the task pane; arrow keys work too",
  loading: "Opening the spreadsheet…",
  loadFailed: "The spreadsheet could not be opened. Check the connection and reload the page.",
  damaged: "The stored workbook could not be opened and was put aside; this one is empty.",
  saving: "Saving…",
  saved: "Saved on this computer",
  notSaved: "Not saved on this computer: the browser refused or is out of room. Download the .xlsx file.",
  otherTab: "This workbook is open in another tab: this tab does not save by itself.",
  ready: "Ready. The workbook stays in this browser until you choose “New workbook”.",
  freshTitle: "Start a new workbook?",
  freshBody: "The open workbook will be removed from this browser. Download it first if you still need it.",
  openTitle: "Replace the open workbook?",
  openBody: "The file's contents will replace the workbook open in this browser.",
  confirm: "OK",
  cancel: "Cancel",
  opened: (file) => `Opened ${file}.`,
  fileFailed: "The file could not be read.",
  downloadFailed: "The .xlsx file could not be made.",
  fileName: "khuyen-cong.xlsx",
};

const LANG_KEY = "kc.lang";

export type Texts = typeof vi;

export function lang(): "vi" | "en" {
  return localStorage.getItem(LANG_KEY) === "en" ? "en" : "vi";
}

export function texts(): Texts {
  return lang() === "en" ? en : vi;
}

export function isLangKey(key: string | null): boolean {
  return key === LANG_KEY || key === null;
}

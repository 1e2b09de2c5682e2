/** Sentences about one's own sessions, in both languages. */
import { lang } from "./index.ts";

const vi = {
  title: "Phiên đăng nhập – KhuyenCong",
  heading: "Phiên đăng nhập của tôi",
  lead: "Những trình duyệt đang mở trang này dưới tên bạn. Thấy phiên lạ thì kết thúc nó, rồi đổi mật khẩu ở nơi cấp danh tính.",
  pane: "Ngăn tác vụ trong Excel dùng mã truy cập riêng, không có trong danh sách này; mã ấy tự hết hạn. Lúc dùng gần nhất được ghi năm phút một lần.",
  device: "Trình duyệt",
  unknown: "không rõ",
  current: "Phiên này",
  createdAt: "Đăng nhập lúc",
  seenAt: "Dùng gần nhất",
  expiresAt: "Tự hết lúc",
  action: "Kết thúc",
  end: "Kết thúc",
  endOne: (device: string, at: string) => `Kết thúc phiên ${device}, đăng nhập lúc ${at}`,
  endOthers: "Kết thúc mọi phiên khác",
  onlyThis: "Không có phiên nào khác.",
  ended: "Đã kết thúc. Trình duyệt ấy phải đăng nhập lại.",
};
type SessionTexts = typeof vi;

const en: SessionTexts = {
  title: "Sessions – KhuyenCong",
  heading: "My sessions",
  lead: "Browsers that have these pages open in your name. End one you do not know, then change your password at the identity provider.",
  pane: "The task pane in Excel uses an access token of its own, which is not listed here and ends by itself. Last use is noted every five minutes.",
  device: "Browser",
  unknown: "unknown",
  current: "This one",
  createdAt: "Signed in",
  seenAt: "Last used",
  expiresAt: "Ends by itself",
  action: "End",
  end: "End",
  endOne: (device, at) => `End the session ${device}, signed in ${at}`,
  endOthers: "End all other sessions",
  onlyThis: "There is no other session.",
  ended: "Ended. That browser has to sign in again.",
};

export function sessionTexts(): SessionTexts {
  return lang() === "en" ? en : vi;
}

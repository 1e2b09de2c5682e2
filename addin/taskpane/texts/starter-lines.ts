/**
 * What a đề án of a kind usually pays for, to start from. Written into the workbook as they stand, so Vietnamese only.
 * Quantities and prices are left to the drafter: they come from quotations, never from here.
 */
import type { StarterLine } from "../model/wizard.ts";

export const STARTER_LINES: Readonly<Record<string, readonly StarterLine[]>> = {
  "MO-HINH": [
    { item: "Máy móc, thiết bị của mô hình", unit: "bộ" },
    { item: "Tài liệu kỹ thuật, quy trình công nghệ", unit: "bộ" },
    { item: "Hội nghị giới thiệu, trình diễn mô hình", unit: "cuộc" },
  ],
  "MAY-MOC": [
    { item: "Máy móc, thiết bị tiên tiến", unit: "máy" },
    { item: "Lắp đặt, chạy thử, hướng dẫn vận hành", unit: "gói" },
  ],
  "DAO-TAO": [
    { item: "Thù lao người dạy nghề", unit: "giờ" },
    { item: "Nguyên vật liệu thực hành", unit: "lớp" },
    { item: "Tài liệu, giáo trình, văn phòng phẩm", unit: "bộ" },
    { item: "Thuê lớp học, thiết bị dạy nghề", unit: "lớp" },
    { item: "Hỗ trợ học viên", unit: "người" },
  ],
  "HOI-CHO": [
    { item: "Thuê mặt bằng, dàn dựng gian hàng", unit: "gian hàng" },
    { item: "Điện, nước, vệ sinh, an ninh", unit: "gói" },
    { item: "Thông tin, tuyên truyền", unit: "gói" },
    { item: "Quản lý, tổ chức hội chợ", unit: "gói" },
  ],
  "TAP-HUAN": [
    { item: "Thù lao báo cáo viên", unit: "buổi" },
    { item: "Tài liệu", unit: "bộ" },
    { item: "Thuê hội trường, trang thiết bị", unit: "ngày" },
    { item: "Giải khát, hỗ trợ đại biểu không hưởng lương", unit: "người" },
  ],
  "THONG-TIN": [
    { item: "Sản xuất chương trình, nội dung", unit: "chương trình" },
    { item: "Phát sóng, in ấn, đăng tải", unit: "kỳ" },
  ],
  "HOP-TAC-QT": [
    { item: "Chi phí đi lại", unit: "người" },
    { item: "Công tác phí", unit: "người-ngày" },
    { item: "Hội nghị, làm việc với đối tác", unit: "cuộc" },
  ],
  "GIAN-HANG": [
    { item: "Thuê gian hàng", unit: "gian hàng" },
    { item: "Trang trí gian hàng", unit: "gian hàng" },
    { item: "Vận chuyển sản phẩm trưng bày", unit: "chuyến" },
  ],
};

/** Other kinds begin with one empty line. */
export const ONE_EMPTY_LINE: readonly StarterLine[] = [{ item: "", unit: "" }];

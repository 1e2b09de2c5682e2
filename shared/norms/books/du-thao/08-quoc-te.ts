import { draftNorms } from "./service.ts";

/** Khoản 8: hợp tác quốc tế về khuyến công. */
export const INTERNATIONAL = draftNorms(8, [
  {
    code: "KC.08.0110",
    name: "Tổ chức đón, làm việc với đoàn chuyên gia nước ngoài về khuyến công",
    unit: "đoàn",
    conditions: "Đoàn đến 5 người, 2 ngày, 3 cơ sở; phiên dịch thuê ngoài.",
    steps: [
      [
        "thu-tuc",
        "Xin phép, chương trình, liên hệ",
        ["A1", "3", "1 ngày văn bản, 1 ngày chương trình, 1 ngày liên hệ 3 cơ sở"],
        ["A2", "0.5", "nửa ngày duyệt"],
      ],
      [
        "lam-viec",
        "Đi cùng, làm việc",
        ["A1", "4", "2 người × 2 ngày"],
        ["A2", "2", "1 người chủ trì × 2 ngày"],
      ],
      ["bao-cao", "Biên bản, báo cáo", ["A1", "1.5", "1,5 ngày"]],
    ],
    supplies: [
      ["Giấy A4", "ram", "0.3", "tài liệu 10 bộ × 15 tờ"],
      ["Cặp tài liệu", "cái", "10", "mỗi người dự 1 cái"],
    ],
    shifts: [
      ["Máy vi tính", "4.5", null, "3 ngày thủ tục, 1,5 ngày báo cáo"],
      ["Máy chiếu", "0.5", "0.5", "1 buổi làm việc mỗi ngày"],
    ],
    quality: ["Đủ thủ tục đoàn vào theo quy định.", "Biên bản hai thứ tiếng trong 10 ngày."],
    doubt: "thủ tục khi đoàn đến khu vực có quy định riêng.",
  },
  {
    code: "KC.08.0120",
    name: "Lập hồ sơ đề xuất chương trình, dự án hợp tác quốc tế về khuyến công",
    unit: "hồ sơ",
    conditions: "Một đề xuất, hai thứ tiếng; biên dịch thuê ngoài.",
    steps: [
      ["thu-thap", "Tìm hiểu nhà tài trợ, số liệu nền", ["A1", "3", "1 ngày yêu cầu, 2 ngày số liệu"]],
      [
        "viet",
        "Viết đề xuất, khung kết quả, dự toán",
        ["A1", "6", "3 ngày thuyết minh, 1 ngày khung kết quả, 2 ngày dự toán"],
        ["A2", "2", "2 ngày chủ trì nội dung"],
      ],
      ["hoan-thien", "Lấy ý kiến, hoàn thiện", ["A1", "2", "2 vòng × 1 ngày"]],
    ],
    supplies: [["Giấy A4", "ram", "0.48", "đề xuất 40 trang × 6 bộ"]],
    shifts: [["Máy vi tính", "10", null, "2 ngày số liệu, 6 ngày viết, 2 ngày hoàn thiện"]],
    quality: ["Đúng mẫu của nhà tài trợ.", "Có văn bản chấp thuận chủ trương."],
    doubt: "số vòng lấy ý kiến.",
  },
]);

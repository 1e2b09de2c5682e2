import { draftNorms } from "./service.ts";

/** Khoản 5: tư vấn, trợ giúp cơ sở công nghiệp nông thôn. */
export const CONSULTING = draftNorms(5, [
  {
    code: "KC.05.0110",
    name: "Tư vấn lập dự án đầu tư sản xuất cho cơ sở",
    unit: "dự án",
    conditions: "Dự án dưới 15 tỷ đồng, một địa điểm.",
    steps: [
      [
        "khao-sat",
        "Khảo sát cơ sở, thị trường",
        ["A1", "3", "2 công tại cơ sở, 1 công tra số liệu"],
        ["A2", "1", "1 công khảo sát công nghệ"],
      ],
      [
        "lap",
        "Tính toán, viết dự án",
        ["A1", "6", "2 ngày công nghệ, 2 ngày tài chính, 2 ngày viết"],
        ["A2", "2", "2 ngày phần tài chính và rủi ro"],
      ],
      ["ban-giao", "Trình bày, hoàn thiện, bàn giao", ["A1", "1", "1 ngày"]],
    ],
    supplies: [
      ["Giấy A4", "ram", "0.6", "dự án 50 trang × 6 bộ"],
      ["Mực in laser", "hộp", "0.15", "khoảng 300 trang"],
    ],
    shifts: [["Máy vi tính", "8", null, "1 ngày số liệu, 6 ngày viết, 1 ngày hoàn thiện"]],
    quality: ["Có phương án vốn, hoàn vốn, độ nhạy.", "Chủ cơ sở ký nhận."],
    doubt: "dự án có xử lý môi trường cần thêm công.",
  },
  {
    code: "KC.05.0120",
    name: "Tư vấn thiết kế mẫu mã, bao bì sản phẩm",
    unit: "sản phẩm",
    conditions: "Một sản phẩm, ba phương án mẫu.",
    steps: [
      [
        "yeu-cau",
        "Làm việc với cơ sở, tìm hiểu sản phẩm cùng loại",
        ["A1", "1.5", "nửa ngày tại cơ sở, 1 ngày so sánh"],
      ],
      ["phuong-an", "Lập 3 phương án", ["A1", "4.5", "3 phương án × 1,5 ngày"]],
      [
        "hoan-thien",
        "Chọn, hoàn thiện, bàn giao tệp in",
        ["A1", "1.5", "1,5 ngày"],
        ["A2", "0.5", "nửa ngày góp ý"],
      ],
    ],
    supplies: [
      ["Giấy A4", "ram", "0.1", "bản in thử"],
      ["Giấy ảnh A4", "tờ", "12", "3 phương án × 4 bản in thử", { lossPercent: "10" }],
      ["Mực in màu", "hộp", "0.1", "khoảng 12 trang phủ màu"],
    ],
    shifts: [
      ["Máy vi tính", "7", null, "1 ngày so sánh, 4,5 ngày mẫu, 1,5 ngày hoàn thiện"],
      ["Máy in màu", "0.1", "0.2", "in thử 12 trang"],
    ],
    quality: ["Ba phương án khác nhau rõ.", "Tệp in đúng khổ, có thông tin nhãn bắt buộc."],
    doubt: "có phải thuê họa sĩ không (khi đó lập dự toán riêng).",
  },
  {
    code: "KC.05.0210",
    name: "Tư vấn tiếp cận chính sách ưu đãi, tín dụng",
    unit: "cơ sở",
    conditions: "Một cơ sở, một chính sách.",
    steps: [
      ["ra-soat", "Rà soát điều kiện", ["A1", "1", "nửa ngày tại cơ sở, nửa ngày đối chiếu quy định"]],
      [
        "ho-so",
        "Hướng dẫn hồ sơ",
        ["A1", "1.5", "1,5 ngày hồ sơ vay hoặc ưu đãi"],
        ["A2", "0.25", "2 giờ soát"],
      ],
      ["theo-doi", "Làm việc với ngân hàng, cơ quan", ["A1", "0.5", "1 buổi"]],
    ],
    supplies: [["Giấy A4", "ram", "0.1", "hồ sơ khoảng 50 tờ"]],
    shifts: [["Máy vi tính", "2", null, "nửa ngày đối chiếu, 1,5 ngày hồ sơ"]],
    quality: ["Hồ sơ được tiếp nhận.", "Cơ sở nhận bản tóm tắt điều kiện bằng văn bản."],
    doubt: "số buổi làm việc với ngân hàng.",
  },
]);

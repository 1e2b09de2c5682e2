import { draftNorms } from "./service.ts";

/** Khoản 1: đào tạo nghề, truyền nghề. */
export const TRAINING = draftNorms(1, [
  {
    code: "KC.01.0110",
    name: "Khảo sát nhu cầu đào tạo nghề, truyền nghề tại một xã",
    unit: "xã",
    conditions: "Một xã, phường thuộc tỉnh; 10 cơ sở công nghiệp nông thôn và 40 phiếu người lao động.",
    steps: [
      ["chuan-bi", "Lập phiếu, liên hệ xã và cơ sở", ["A1", "1", "1 người × 1 ngày soạn phiếu, hẹn lịch"]],
      [
        "khao-sat",
        "Khảo sát tại cơ sở và thôn",
        ["A1", "4", "2 người × 2 ngày, mỗi ngày 5 cơ sở và 20 phiếu"],
      ],
      [
        "tong-hop",
        "Tổng hợp, viết báo cáo",
        ["A1", "2", "1 người × 2 ngày nhập 50 phiếu và viết báo cáo"],
        ["A2", "0.5", "nửa ngày soát báo cáo"],
      ],
    ],
    supplies: [
      ["Giấy A4", "ram", "0.4", "50 phiếu × 3 tờ + báo cáo 5 bản"],
      ["Mực in laser", "hộp", "0.1", "khoảng 200 trang, một hộp 2.000 trang"],
      ["Bút bi", "cái", "2", "2 người khảo sát"],
    ],
    shifts: [
      ["Máy vi tính", "3", null, "bằng số ngày nội nghiệp: 1 ngày chuẩn bị, 2 ngày tổng hợp"],
      ["Máy in laser A4", "0.05", "0.15", "in 200 trang; phần còn lại bật chờ"],
    ],
    quality: [
      "Đủ 50 phiếu hợp lệ, có xác nhận của UBND xã.",
      "Báo cáo nêu nghề, số người, cơ sở cam kết nhận lao động.",
    ],
    doubt: "số phiếu một ngày khi dân cư thưa.",
  },
  {
    code: "KC.01.0120",
    name: "Tổ chức, quản lý lớp đào tạo nghề ngắn hạn gắn với cơ sở",
    unit: "lớp",
    conditions: "Lớp 30–35 học viên, 20 ngày học, dạy tại cơ sở công nghiệp nông thôn.",
    steps: [
      [
        "chieu-sinh",
        "Chiêu sinh, lập danh sách, ký hợp đồng với cơ sở",
        ["A1", "3", "1 người × 3 ngày làm việc với xã, cơ sở, học viên"],
      ],
      [
        "khai-giang",
        "Chuẩn bị lớp, khai giảng",
        ["A1", "1", "1 ngày chuẩn bị và khai giảng"],
        ["B", "1", "1 ngày hậu cần"],
      ],
      ["quan-ly", "Quản lý lớp, điểm danh, kiểm tra", ["A1", "5", "20 ngày học × 2 giờ một ngày ÷ 8 giờ"]],
      [
        "be-giang",
        "Kiểm tra cuối khóa, bế giảng, hồ sơ thanh toán",
        ["A1", "3", "1 ngày kiểm tra, 2 ngày hồ sơ 35 người"],
        ["A2", "0.5", "nửa ngày soát hồ sơ"],
      ],
    ],
    supplies: [
      ["Giấy A4", "ram", "2", "35 bộ tài liệu × 25 tờ và hồ sơ lớp"],
      ["Mực in laser", "hộp", "0.5", "khoảng 1.000 trang"],
      ["Bút bi", "cái", "35", "mỗi học viên 1 cái"],
      ["Sổ ghi chép", "quyển", "35", "mỗi học viên 1 quyển"],
      ["Giấy chứng nhận", "tờ", "35", "mỗi học viên 1 tờ", { lossPercent: "4" }],
      ["Băng rôn", "m2", "4", "1 băng rôn khai giảng 1 m × 4 m"],
    ],
    shifts: [
      ["Máy vi tính", "6", null, "3 ngày chiêu sinh, 1 ngày chuẩn bị, 2 ngày hồ sơ"],
      ["Máy in laser A4", "0.25", "0.5", "in 1.000 trang; phần còn lại bật chờ"],
    ],
    quality: [
      "Ít nhất 80 % học viên dự đủ 80 % thời gian.",
      "Có cam kết sử dụng lao động của cơ sở sau khóa học.",
    ],
    doubt:
      "2 giờ quản lý lớp một ngày; thù lao giáo viên và vật tư thực hành tính theo nghề, không nằm ở đây.",
  },
  {
    code: "KC.01.0210",
    name: "Tổ chức lớp truyền nghề thủ công tại làng nghề",
    unit: "lớp",
    conditions: "Lớp 20 học viên, 10 ngày, nghề mây tre đan hoặc tương đương, do nghệ nhân truyền dạy.",
    steps: [
      [
        "chuan-bi",
        "Chọn nghệ nhân, chiêu sinh, chuẩn bị nguyên liệu",
        ["A1", "2.5", "1 ngày làm việc với nghệ nhân, 1,5 ngày chiêu sinh và mua nguyên liệu"],
      ],
      ["to-chuc", "Theo dõi lớp", ["A1", "2.5", "10 ngày × 2 giờ một ngày ÷ 8 giờ"]],
      [
        "ket-thuc",
        "Đánh giá sản phẩm, hồ sơ kết thúc",
        ["A1", "2", "1 ngày đánh giá 20 sản phẩm, 1 ngày hồ sơ"],
      ],
    ],
    supplies: [
      [
        "Nguyên liệu mây tre thực hành",
        "kg",
        "60",
        "20 học viên × 3 kg",
        { lossPercent: "5", recoveryPercent: "20", requirement: "đã xử lý chống mốc, độ ẩm dưới 15 %" },
      ],
      ["Giấy A4", "ram", "0.5", "tài liệu 20 bộ × 10 tờ và hồ sơ"],
      ["Mực in laser", "hộp", "0.1", "khoảng 200 trang"],
      ["Giấy chứng nhận", "tờ", "20", "mỗi học viên 1 tờ"],
    ],
    tools: [["Bộ dụng cụ đan thủ công", "200", "12", "20 bộ × 10 ngày học"]],
    shifts: [["Máy vi tính", "2", null, "1 ngày chuẩn bị, 1 ngày hồ sơ"]],
    quality: ["Mỗi học viên làm được một sản phẩm đạt mẫu.", "Có danh sách học viên ký nhận từng buổi."],
    doubt: "tỷ lệ thu hồi 20 % nguyên liệu (phần làm thành sản phẩm bán được).",
  },
]);

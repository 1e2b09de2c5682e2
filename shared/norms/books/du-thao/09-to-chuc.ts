import { draftNorms } from "./service.ts";

/** Khoản 9: năng lực quản lý và tổ chức thực hiện khuyến công. */
export const ORGANISATION = draftNorms(9, [
  {
    code: "KC.09.0110",
    name: "Tập huấn cộng tác viên khuyến công cấp xã",
    unit: "lớp",
    conditions: "Lớp 60 người, 1 ngày.",
    steps: [
      [
        "tai-lieu",
        "Biên soạn, cập nhật tài liệu",
        ["A1", "3", "3 chuyên đề × 1 ngày"],
        ["A2", "0.5", "nửa ngày duyệt"],
      ],
      [
        "to-chuc",
        "Mời, tổ chức lớp",
        ["A1", "4", "1 ngày mời, 3 người × 1 ngày lớp"],
        ["B", "1", "1 ngày hậu cần"],
      ],
      ["bao-cao", "Kiểm tra, báo cáo", ["A1", "1", "1 ngày chấm 60 phiếu và báo cáo"]],
    ],
    supplies: [
      ["Giấy A4", "ram", "3.6", "60 bộ × 30 tờ"],
      ["Mực in laser", "hộp", "0.9", "khoảng 1.800 trang"],
      ["Sổ ghi chép", "quyển", "60", "mỗi người 1 quyển"],
      ["Bút bi", "cái", "60", "mỗi người 1 cái"],
    ],
    shifts: [
      ["Máy vi tính", "5", null, "3 ngày tài liệu, 1 ngày mời, 1 ngày báo cáo"],
      ["Máy chiếu", "0.75", "0.25", "1 ngày lớp"],
    ],
    quality: ["Ít nhất 80 % đạt phiếu kiểm tra.", "Tài liệu nêu văn bản đang hiệu lực."],
    doubt: "số chuyên đề.",
  },
  {
    code: "KC.09.0120",
    name: "Xây dựng kế hoạch khuyến công hằng năm của tỉnh",
    unit: "kế hoạch",
    conditions: "Khoảng 30 đề án, hai nguồn kinh phí.",
    steps: [
      [
        "huong-dan",
        "Hướng dẫn đăng ký, tổng hợp nhu cầu",
        ["A1", "5", "1 ngày hướng dẫn, 30 đăng ký × khoảng 1 giờ ÷ 8 giờ"],
      ],
      [
        "lap",
        "Lập kế hoạch, dự toán, biểu tổng hợp",
        ["A1", "6", "3 ngày thuyết minh, 3 ngày biểu"],
        ["A2", "2", "2 ngày cân đối nguồn"],
      ],
      [
        "bao-ve",
        "Thẩm định, hoàn thiện, trình",
        ["A1", "3", "1 ngày họp, 2 ngày hoàn thiện"],
        ["A2", "1", "1 ngày họp thẩm định"],
      ],
    ],
    supplies: [
      ["Giấy A4", "ram", "1.6", "kế hoạch 80 trang × 10 bộ"],
      ["Mực in laser", "hộp", "0.5", "khoảng 1.000 trang"],
    ],
    shifts: [
      ["Máy vi tính", "12", null, "4 ngày tổng hợp, 6 ngày lập, 2 ngày hoàn thiện"],
      ["Máy in laser A4", "0.25", "0.25", "in 1.000 trang"],
    ],
    quality: ["Tổng biểu khớp từng đề án.", "Mỗi đề án ghi căn cứ mức hỗ trợ."],
    doubt: "việc này có thể là nhiệm vụ thường xuyên, không phải dịch vụ đặt hàng.",
  },
  {
    code: "KC.09.0210",
    name: "Thẩm định cấp cơ sở hồ sơ đề án khuyến công",
    unit: "đề án",
    conditions: "Một đề án nhóm thường gặp, một vòng.",
    steps: [
      ["doc", "Đọc hồ sơ, đối chiếu quy định", ["A1", "0.5", "4 giờ một hồ sơ"]],
      [
        "kiem-tra",
        "Kiểm tra tại cơ sở (bình quân)",
        ["A1", "0.5", "một nửa số đề án phải đi, mỗi lần 1 công"],
      ],
      ["ket-luan", "Họp, kết luận", ["A1", "0.25", "2 giờ"], ["A2", "0.25", "2 giờ chủ trì"]],
    ],
    supplies: [["Giấy A4", "ram", "0.05", "phiếu và biên bản 25 trang"]],
    shifts: [["Máy vi tính", "0.75", null, "4 giờ đọc, 2 giờ kết luận"]],
    quality: ["Phiếu thẩm định nêu điều khoản cho từng ý không đạt."],
    doubt: "tỷ lệ phải kiểm tra tại cơ sở.",
  },
  {
    code: "KC.09.0220",
    name: "Kiểm tra, giám sát thực hiện đề án khuyến công",
    unit: "lần",
    conditions: "Một đề án, một lần tại cơ sở.",
    steps: [
      ["chuan-bi", "Chuẩn bị, báo trước", ["A1", "0.25", "2 giờ"]],
      [
        "kiem-tra",
        "Kiểm tra tại cơ sở",
        ["A1", "1", "nửa ngày × 2 người"],
        ["A2", "0.5", "nửa ngày trưởng đoàn"],
      ],
      ["bien-ban", "Biên bản, kiến nghị", ["A1", "0.25", "2 giờ"]],
    ],
    supplies: [["Giấy A4", "ram", "0.02", "biên bản 3 trang × 3 bản"]],
    shifts: [
      ["Máy vi tính", "0.5", null, "2 giờ chuẩn bị, 2 giờ biên bản"],
      ["Máy ảnh kỹ thuật số", "0.125", "0.375", "nửa ngày tại cơ sở"],
    ],
    quality: ["Biên bản có chữ ký hai bên ngay tại cơ sở.", "Kiến nghị có thời hạn."],
    doubt: "nửa ngày có đủ cho cơ sở ở xa không.",
  },
]);

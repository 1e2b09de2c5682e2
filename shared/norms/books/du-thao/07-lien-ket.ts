import { draftNorms } from "./service.ts";

/** Khoản 7: liên kết, cụm công nghiệp, di dời cơ sở gây ô nhiễm. */
export const LINKAGES = draftNorms(7, [
  {
    code: "KC.07.0110",
    name: "Hỗ trợ hình thành cụm liên kết doanh nghiệp",
    unit: "cụm liên kết",
    conditions: "Từ 10 doanh nghiệp cùng ngành, 3 cuộc họp.",
    steps: [
      ["khao-sat", "Khảo sát doanh nghiệp", ["A1", "5", "10 doanh nghiệp × nửa ngày"]],
      [
        "phuong-an",
        "Phương án liên kết, quy chế",
        ["A1", "4", "2 ngày phương án, 2 ngày quy chế"],
        ["A2", "2", "2 ngày chủ trì phương án"],
      ],
      [
        "hop",
        "Tổ chức 3 cuộc họp, ra mắt",
        ["A1", "4.5", "3 cuộc × 1,5 ngày"],
        ["B", "1.5", "3 cuộc × nửa ngày"],
      ],
    ],
    supplies: [
      ["Giấy A4", "ram", "0.9", "3 cuộc × 15 bộ × 10 tờ"],
      ["Mực in laser", "hộp", "0.25", "khoảng 500 trang"],
    ],
    shifts: [
      ["Máy vi tính", "6", null, "4 ngày phương án, 2 ngày tổng hợp khảo sát"],
      ["Máy chiếu", "1", "0.5", "3 cuộc × nửa ngày"],
    ],
    quality: ["Quy chế được các doanh nghiệp ký.", "Có kế hoạch chung năm đầu."],
    doubt: "số cuộc họp cần để ra được quy chế.",
  },
  {
    code: "KC.07.0210",
    name: "Khảo sát hiện trạng một cụm công nghiệp",
    unit: "cụm công nghiệp",
    conditions: "Cụm đến 50 ha, đến 30 cơ sở.",
    steps: [
      ["chuan-bi", "Thu thập hồ sơ, quy hoạch", ["A1", "1", "1 ngày"]],
      ["thuc-dia", "Khảo sát thực địa hạ tầng, cơ sở", ["A1", "6", "2 người × 3 ngày, 10 cơ sở một ngày"]],
      [
        "bao-cao",
        "Báo cáo, bản đồ hiện trạng",
        ["A1", "3", "2 ngày báo cáo, 1 ngày bản đồ"],
        ["A2", "1", "1 ngày soát"],
      ],
    ],
    supplies: [
      ["Giấy A4", "ram", "0.5", "30 phiếu × 4 tờ, báo cáo 5 bản"],
      ["Mực in laser", "hộp", "0.12", "khoảng 250 trang"],
    ],
    shifts: [
      ["Máy vi tính", "4", null, "1 ngày chuẩn bị, 3 ngày báo cáo"],
      ["Máy định vị GPS cầm tay", "1.5", "1.5", "3 ngày thực địa, khoảng nửa thời gian đo"],
      ["Máy ảnh kỹ thuật số", "0.75", "2.25", "3 ngày thực địa"],
    ],
    quality: ["Nêu diện tích, tỷ lệ lấp đầy, nước thải, điện, đường.", "Bản đồ có tọa độ."],
    doubt: "số cơ sở một ngày.",
  },
  {
    code: "KC.07.0310",
    name: "Tư vấn phương án di dời cơ sở gây ô nhiễm",
    unit: "cơ sở",
    conditions: "Một cơ sở, di dời vào cụm công nghiệp trong tỉnh.",
    steps: [
      ["khao-sat", "Khảo sát hiện trạng sản xuất, môi trường", ["A1", "2", "1 công × 2 người"]],
      [
        "phuong-an",
        "Phương án mặt bằng, vốn, lộ trình",
        ["A1", "4", "1 ngày mặt bằng, 1 ngày vốn, 2 ngày viết"],
        ["A2", "1", "1 ngày soát"],
      ],
      ["thong-nhat", "Làm việc với cụm, xã, cơ sở", ["A1", "1.5", "3 buổi"]],
    ],
    supplies: [["Giấy A4", "ram", "0.3", "phương án 25 trang × 6 bộ"]],
    shifts: [["Máy vi tính", "4", null, "4 ngày phương án"]],
    quality: ["Có biên bản thống nhất của cơ sở và chủ đầu tư cụm.", "Nêu kinh phí và nguồn từng việc."],
    doubt: "quan trắc môi trường thuê ngoài, lập dự toán riêng.",
  },
]);

import { draftNorms } from "./service.ts";

/** Khoản 6: cung cấp thông tin, tuyên truyền. */
export const INFORMATION = draftNorms(6, [
  {
    code: "KC.06.0110",
    name: "Biên soạn bản tin khuyến công",
    unit: "số",
    conditions: "Bản tin 24 trang, khoảng 12 bài; in ấn thuê ngoài, nhuận bút theo chế độ riêng.",
    steps: [
      ["de-cuong", "Đề cương, đặt bài", ["A1", "1.5", "nửa ngày đề cương, 1 ngày đặt bài"]],
      [
        "bien-tap",
        "Biên tập bài, ảnh",
        ["A1", "4.5", "12 bài × 3 giờ ÷ 8 giờ"],
        ["A2", "1", "1 ngày đọc duyệt"],
      ],
      ["trinh-bay", "Trình bày, sửa bản in, phát hành", ["A1", "3", "2 ngày trình bày, 1 ngày sửa và gửi"]],
    ],
    supplies: [
      ["Giấy A4", "ram", "0.3", "3 lần in thử × 24 trang và bản lưu"],
      ["Mực in màu", "hộp", "0.2", "in thử màu"],
    ],
    shifts: [
      ["Máy vi tính", "8", null, "4,5 ngày biên tập, 2 ngày trình bày, 1,5 ngày đề cương"],
      ["Máy in màu", "0.2", "0.3", "in thử"],
    ],
    quality: ["Không sai số liệu, tên cơ sở.", "Phát hành đúng kỳ."],
    doubt: "3 giờ biên tập một bài.",
  },
  {
    code: "KC.06.0120",
    name: "Viết và đăng tin, bài trên trang thông tin điện tử",
    unit: "bài",
    conditions: "Bài 600–900 chữ, 2 ảnh, có đi cơ sở.",
    steps: [
      ["lay-tin", "Đi cơ sở lấy tin, ảnh", ["A1", "0.5", "1 buổi tại cơ sở"]],
      ["viet", "Viết, duyệt, đăng", ["A1", "0.5", "4 giờ viết và đăng"], ["A2", "0.125", "1 giờ duyệt"]],
    ],
    supplies: [["Giấy A4", "ram", "0.01", "bản duyệt 4 trang"]],
    shifts: [
      ["Máy vi tính", "0.5", null, "4 giờ viết và đăng"],
      ["Máy ảnh kỹ thuật số", "0.125", "0.25", "chụp 1 giờ trong buổi đi cơ sở"],
    ],
    quality: ["Có tên, địa chỉ, số liệu được cơ sở xác nhận."],
    doubt: "bài không đi cơ sở cần mã riêng.",
  },
  {
    code: "KC.06.0210",
    name: "Phối hợp sản xuất phóng sự truyền hình về khuyến công",
    unit: "phóng sự",
    conditions: "Phóng sự 10 phút, 3 điểm quay; sản xuất và phát sóng thuê ngoài.",
    steps: [
      [
        "kich-ban",
        "Đề cương, kịch bản",
        ["A1", "2", "1 ngày đề cương, 1 ngày kịch bản"],
        ["A2", "0.5", "nửa ngày duyệt"],
      ],
      ["quay", "Liên hệ, đi cùng đoàn quay", ["A1", "3", "3 điểm × 1 ngày"]],
      [
        "duyet",
        "Duyệt phim, lời bình",
        ["A1", "1", "1 ngày xem và sửa lời bình"],
        ["A2", "0.25", "2 giờ duyệt"],
      ],
    ],
    supplies: [["Giấy A4", "ram", "0.05", "kịch bản và lời bình"]],
    shifts: [["Máy vi tính", "3", null, "2 ngày kịch bản, 1 ngày duyệt"]],
    quality: ["Số liệu trong lời bình có nguồn.", "Có biên bản duyệt trước khi phát."],
    doubt: "số điểm quay.",
  },
  {
    code: "KC.06.0310",
    name: "Cập nhật cơ sở dữ liệu cơ sở công nghiệp nông thôn",
    unit: "cơ sở",
    conditions: "Một cơ sở, 30 chỉ tiêu, thu thập qua phiếu và điện thoại.",
    steps: [
      ["thu-thap", "Gửi phiếu, gọi điện xác minh", ["A1", "0.125", "1 giờ một cơ sở"]],
      ["nhap", "Nhập, kiểm tra", ["A1", "0.0625", "30 phút một cơ sở"]],
    ],
    supplies: [["Giấy A4", "ram", "0.01", "phiếu 4 tờ và bản lưu"]],
    shifts: [["Máy vi tính", "0.125", null, "1 giờ một cơ sở"]],
    quality: ["Đủ 30 chỉ tiêu hoặc ghi lý do trống.", "Có ngày và người xác minh."],
    doubt: "tỷ lệ phải đi trực tiếp.",
  },
]);

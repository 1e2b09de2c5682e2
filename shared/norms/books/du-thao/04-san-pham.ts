import { draftNorms } from "./service.ts";

/** Khoản 4: phát triển sản phẩm công nghiệp nông thôn tiêu biểu. */
export const PRODUCTS = draftNorms(4, [
  {
    code: "KC.04.0110",
    name: "Tổ chức bình chọn sản phẩm công nghiệp nông thôn tiêu biểu cấp tỉnh",
    unit: "cuộc",
    conditions: "Khoảng 60 sản phẩm dự, Hội đồng 9 người.",
    steps: [
      [
        "ke-hoach",
        "Kế hoạch, quyết định, thông báo",
        ["A1", "4", "2 ngày kế hoạch, 2 ngày văn bản"],
        ["A2", "1", "1 ngày duyệt"],
      ],
      ["ho-so", "Tiếp nhận, kiểm tra hồ sơ", ["A1", "7.5", "60 hồ sơ × 1 giờ ÷ 8 giờ"]],
      [
        "cham",
        "Trưng bày, tổ chức chấm",
        ["A1", "8", "4 người × 2 ngày"],
        ["B", "4", "2 người xếp sản phẩm × 2 ngày"],
      ],
      [
        "cong-bo",
        "Tổng hợp điểm, công bố, giấy chứng nhận",
        ["A1", "4", "1 ngày tổng hợp, 1 ngày trình, 2 ngày giấy chứng nhận và lễ"],
        ["A2", "1", "1 ngày soát kết quả"],
      ],
    ],
    supplies: [
      ["Giấy A4", "ram", "8", "9 bộ hồ sơ tóm tắt × 60 sản phẩm × 6 tờ và phiếu chấm"],
      ["Mực in laser", "hộp", "2", "khoảng 4.000 trang"],
      ["Giấy chứng nhận", "tờ", "30", "số sản phẩm dự kiến đạt", { lossPercent: "10" }],
      ["Băng rôn", "m2", "12", "phông 3 m × 4 m"],
    ],
    tools: [["Kệ trưng bày", "60", "60", "30 kệ × 2 ngày"]],
    shifts: [
      ["Máy vi tính", "12", null, "4 ngày văn bản, 6 ngày nhập hồ sơ, 2 ngày tổng hợp"],
      ["Máy in laser A4", "1", "1", "in 4.000 trang; phần còn lại bật chờ"],
      ["Máy ảnh kỹ thuật số", "1", "1", "2 ngày trưng bày"],
    ],
    quality: [
      "Mỗi sản phẩm có phiếu chấm của đủ thành viên Hội đồng.",
      "Kết quả công bố kèm điểm từng tiêu chí.",
    ],
    doubt: "1 giờ kiểm tra một hồ sơ; số sản phẩm dự.",
  },
  {
    code: "KC.04.0120",
    name: "Hướng dẫn hồ sơ sản phẩm tham gia bình chọn",
    unit: "sản phẩm",
    conditions: "Một sản phẩm hoặc bộ sản phẩm của một cơ sở.",
    steps: [
      ["tai-co-so", "Làm việc tại cơ sở, chụp ảnh sản phẩm", ["A1", "1", "1 công tại cơ sở"]],
      ["ho-so", "Hoàn thiện thuyết minh, phụ lục", ["A1", "1", "1 ngày viết thuyết minh"]],
    ],
    supplies: [
      ["Giấy A4", "ram", "0.09", "hồ sơ 15 trang × 3 bộ"],
      ["Mực in laser", "hộp", "0.03", "khoảng 50 trang"],
    ],
    shifts: [
      ["Máy vi tính", "1", null, "1 ngày viết thuyết minh"],
      ["Máy ảnh kỹ thuật số", "0.25", "0.25", "nửa ngày chụp"],
    ],
    quality: ["Hồ sơ đủ thành phần theo TT 26/2014/TT-BCT.", "Ảnh rõ, đúng sản phẩm thật."],
    doubt: "cơ sở ở xa có đủ 1 công không.",
  },
  {
    code: "KC.04.0210",
    name: "Tổ chức gian hàng chung tham gia hội chợ, triển lãm trong nước",
    unit: "gian hàng",
    conditions: "Gian hàng tiêu chuẩn, 5 ngày hội chợ, sản phẩm của 5 cơ sở.",
    steps: [
      ["moi", "Mời cơ sở, nhận sản phẩm", ["A1", "2", "5 cơ sở × 2 giờ liên hệ, 0,75 ngày nhận hàng"]],
      [
        "dan-dung",
        "Thiết kế, dàn dựng",
        ["A1", "2", "1 ngày thiết kế, 1 ngày dàn dựng"],
        ["B", "1", "1 ngày dàn dựng"],
      ],
      ["truc", "Trực gian hàng", ["A1", "5", "1 người × 5 ngày"]],
      ["ket-thuc", "Thu dọn, báo cáo kết quả", ["A1", "1.5", "nửa ngày thu dọn, 1 ngày báo cáo"]],
    ],
    supplies: [
      ["Giấy A4", "ram", "0.5", "danh mục sản phẩm, phiếu khách"],
      ["Mực in laser", "hộp", "0.12", "khoảng 250 trang"],
      ["Băng rôn", "m2", "9", "vách nền 3 m × 3 m", { recoveryPercent: "30" }],
    ],
    tools: [["Kệ trưng bày", "30", "60", "6 kệ × 5 ngày"]],
    shifts: [
      ["Máy vi tính", "2", null, "1 ngày thiết kế, 1 ngày báo cáo"],
      ["Máy ảnh kỹ thuật số", "1", "4", "5 ngày hội chợ"],
    ],
    quality: ["Ít nhất 5 cơ sở có sản phẩm trưng bày.", "Báo cáo doanh số, hợp đồng, khách liên hệ."],
    doubt: "thuê mặt bằng lập dự toán riêng; tỷ lệ thu hồi băng rôn.",
  },
  {
    code: "KC.04.0310",
    name: "Hướng dẫn xây dựng và đăng ký nhãn hiệu cho cơ sở",
    unit: "nhãn hiệu",
    conditions: "Một nhãn hiệu, chưa gồm phí đăng ký và thiết kế thuê ngoài.",
    steps: [
      [
        "tra-cuu",
        "Làm việc với cơ sở, tra cứu nhãn hiệu",
        ["A1", "1.5", "nửa ngày làm việc, 1 ngày tra cứu"],
      ],
      ["ho-so", "Hướng dẫn mẫu, lập tờ khai", ["A1", "2", "1 ngày góp ý mẫu, 1 ngày tờ khai"]],
      [
        "theo-doi",
        "Theo dõi, bổ sung hồ sơ",
        ["A1", "1", "4 lần × 2 giờ"],
        ["A2", "0.25", "2 giờ soát hồ sơ"],
      ],
    ],
    supplies: [["Giấy A4", "ram", "0.1", "hồ sơ khoảng 50 tờ"]],
    shifts: [["Máy vi tính", "3.5", null, "1 ngày tra cứu, 2 ngày hồ sơ, nửa ngày bổ sung"]],
    quality: ["Đơn được chấp nhận hợp lệ về hình thức."],
    doubt: "thời gian theo dõi kéo dài nhiều tháng.",
  },
  {
    code: "KC.04.0410",
    name: "Vận hành phòng trưng bày sản phẩm công nghiệp nông thôn",
    unit: "tháng",
    conditions: "Phòng đến 60 m2, mở cửa 22 ngày một tháng, đến 100 sản phẩm.",
    steps: [
      ["truc", "Trực, giới thiệu sản phẩm", ["A1", "11", "22 ngày × nửa ngày"]],
      [
        "cap-nhat",
        "Thay đổi sản phẩm, cập nhật thông tin",
        ["A1", "2", "2 lần × 1 ngày"],
        ["B", "2", "vệ sinh, sắp xếp 2 ngày"],
      ],
      ["bao-cao", "Thống kê khách, báo cáo", ["A1", "0.5", "nửa ngày"]],
    ],
    supplies: [["Giấy A4", "ram", "0.5", "nhãn sản phẩm, phiếu khách"]],
    tools: [["Kệ trưng bày", "660", "60", "30 kệ × 22 ngày"]],
    shifts: [["Máy vi tính", "11", "11", "22 ngày: một nửa phục vụ tra cứu, một nửa bật chờ"]],
    quality: ["Mỗi sản phẩm có nhãn, giá, địa chỉ cơ sở.", "Có sổ khách và số liên hệ mua hàng."],
    doubt: "trực nửa ngày hay cả ngày; điện chiếu sáng lập dự toán riêng.",
  },
]);

import { draftNorms } from "./service.ts";

/** Khoản 2: năng lực quản lý, sản xuất sạch hơn, khởi sự, mở rộng thị trường. */
export const CAPACITY = draftNorms(2, [
  {
    code: "KC.02.0110",
    name: "Tổ chức lớp tập huấn nâng cao năng lực quản lý cho cơ sở công nghiệp nông thôn",
    unit: "lớp",
    conditions: "Lớp 50 học viên, 2 ngày, tại trung tâm tỉnh.",
    steps: [
      [
        "noi-dung",
        "Xây dựng nội dung, mời giảng viên",
        ["A1", "2", "1 ngày khung chương trình, 1 ngày liên hệ giảng viên"],
        ["A2", "0.5", "nửa ngày duyệt nội dung"],
      ],
      [
        "moi-lop",
        "Gửi giấy mời, lập danh sách, in tài liệu",
        ["A1", "2", "1 ngày mời 50 người, 1 ngày tài liệu"],
      ],
      ["to-chuc", "Tổ chức lớp", ["A1", "4", "2 người × 2 ngày"], ["B", "2", "1 người hậu cần × 2 ngày"]],
      ["bao-cao", "Phiếu đánh giá, báo cáo", ["A1", "1", "1 ngày nhập 50 phiếu và báo cáo"]],
    ],
    supplies: [
      ["Giấy A4", "ram", "4", "50 bộ × 40 tờ"],
      ["Mực in laser", "hộp", "1", "khoảng 2.000 trang"],
      ["Cặp tài liệu", "cái", "50", "mỗi học viên 1 cái"],
      ["Bút bi", "cái", "50", "mỗi học viên 1 cái"],
      ["Băng rôn", "m2", "4", "1 băng rôn 1 m × 4 m"],
    ],
    shifts: [
      ["Máy vi tính", "5", null, "2 ngày nội dung, 2 ngày tài liệu, 1 ngày báo cáo"],
      ["Máy in laser A4", "0.5", "0.5", "in 2.000 trang; phần còn lại bật chờ"],
      ["Máy chiếu", "1.5", "0.5", "2 ngày lớp, khoảng ba phần tư thời gian có chiếu"],
    ],
    quality: ["Ít nhất 45 học viên dự đủ 2 ngày.", "Điểm hài lòng trung bình từ 3,5/5 trở lên."],
    doubt: "số người phục vụ một lớp.",
  },
  {
    code: "KC.02.0120",
    name: "Tổ chức lớp khởi sự doanh nghiệp",
    unit: "lớp",
    conditions: "Lớp 40 học viên, 3 ngày, có bài tập lập kế hoạch kinh doanh.",
    steps: [
      [
        "noi-dung",
        "Chuẩn bị chương trình, bài tập",
        ["A1", "2.5", "1,5 ngày bài tập theo nghề của địa phương, 1 ngày liên hệ giảng viên"],
      ],
      ["moi-lop", "Chiêu sinh, tài liệu", ["A1", "2", "1 ngày mời 40 người, 1 ngày tài liệu"]],
      [
        "to-chuc",
        "Tổ chức lớp, hướng dẫn nhóm",
        ["A1", "6", "2 người × 3 ngày"],
        ["B", "1.5", "hậu cần nửa ngày × 3 ngày"],
      ],
      [
        "theo-doi",
        "Góp ý kế hoạch kinh doanh sau lớp",
        ["A1", "5", "40 bản × 1 giờ ÷ 8 giờ"],
        ["A2", "1", "soát 8 bản khó × 1 giờ"],
      ],
    ],
    supplies: [
      ["Giấy A4", "ram", "4", "40 bộ × 50 tờ"],
      ["Mực in laser", "hộp", "1", "khoảng 2.000 trang"],
      ["Cặp tài liệu", "cái", "40", "mỗi học viên 1 cái"],
    ],
    shifts: [
      ["Máy vi tính", "9.5", null, "4,5 ngày chuẩn bị, 5 ngày góp ý"],
      ["Máy chiếu", "2", "1", "3 ngày lớp, khoảng hai phần ba thời gian có chiếu"],
    ],
    quality: ["Ít nhất 30 bản kế hoạch kinh doanh nộp sau lớp.", "Mỗi bản có nhận xét bằng văn bản."],
    doubt: "1 giờ góp ý một bản kế hoạch.",
  },
  {
    code: "KC.02.0210",
    name: "Đánh giá nhanh sản xuất sạch hơn tại một cơ sở",
    unit: "báo cáo",
    conditions: "Cơ sở dưới 100 lao động, một dây chuyền chính.",
    steps: [
      [
        "chuan-bi",
        "Thu thập số liệu năng lượng, nguyên liệu 12 tháng",
        ["A1", "1", "1 ngày gửi biểu và đọc hóa đơn"],
      ],
      [
        "khao-sat",
        "Khảo sát, đo tại xưởng",
        ["A1", "2", "2 người × 1 ngày đo tại dây chuyền"],
        ["A2", "1", "1 ngày chuyên môn chính tại xưởng"],
      ],
      [
        "bao-cao",
        "Cân bằng vật chất, giải pháp, báo cáo",
        ["A1", "3", "1,5 ngày tính toán, 1,5 ngày viết"],
        ["A2", "1", "1 ngày soát giải pháp"],
      ],
    ],
    supplies: [
      ["Giấy A4", "ram", "0.3", "báo cáo 30 trang × 5 bản"],
      ["Mực in laser", "hộp", "0.08", "khoảng 150 trang"],
    ],
    shifts: [
      ["Máy vi tính", "4", null, "1 ngày chuẩn bị, 3 ngày báo cáo"],
      ["Thiết bị đo điện năng cầm tay", "0.75", "0.25", "1 ngày tại xưởng, khoảng ba phần tư thời gian đo"],
    ],
    quality: [
      "Có ít nhất 5 giải pháp, mỗi giải pháp có chi phí và thời gian hoàn vốn.",
      "Chủ cơ sở ký xác nhận số liệu đo.",
    ],
    doubt: "một ngày đo có đủ cho cơ sở nhiều công đoạn không.",
  },
  {
    code: "KC.02.0310",
    name: "Tổ chức hội thảo chuyên đề về công nghiệp nông thôn",
    unit: "hội thảo",
    conditions: "80 đại biểu, 1 ngày, trong tỉnh.",
    steps: [
      [
        "ke-hoach",
        "Kế hoạch, đặt bài tham luận",
        ["A1", "3", "1 ngày kế hoạch, 2 ngày đặt và biên tập 6 tham luận"],
        ["A2", "1", "1 ngày đọc tham luận"],
      ],
      [
        "hau-can",
        "Mời đại biểu, tài liệu, hội trường",
        ["A1", "2", "1 ngày mời 80 người, 1 ngày tài liệu"],
        ["B", "1", "1 ngày hậu cần"],
      ],
      ["to-chuc", "Tổ chức", ["A1", "3", "3 người × 1 ngày"], ["B", "1", "1 người đón tiếp"]],
      ["ky-yeu", "Kỷ yếu, báo cáo", ["A1", "2", "2 ngày biên tập kỷ yếu"]],
    ],
    supplies: [
      ["Giấy A4", "ram", "4.8", "80 bộ × 30 tờ"],
      ["Mực in laser", "hộp", "1.2", "khoảng 2.400 trang"],
      ["Cặp tài liệu", "cái", "80", "mỗi đại biểu 1 cái"],
      ["Băng rôn", "m2", "12", "phông chính 3 m × 4 m"],
    ],
    shifts: [
      ["Máy vi tính", "7", null, "3 ngày tham luận, 2 ngày tài liệu, 2 ngày kỷ yếu"],
      ["Máy chiếu", "0.75", "0.25", "1 ngày hội thảo"],
    ],
    quality: ["Có kỷ yếu và kết luận gửi đại biểu trong 10 ngày.", "Ít nhất 70 đại biểu dự."],
    doubt: "số tham luận.",
  },
  {
    code: "KC.02.0410",
    name: "Tổ chức đoàn tham quan, học tập kinh nghiệm trong nước",
    unit: "đoàn",
    conditions: "Đoàn 25 người, 3 ngày, 4 điểm đến.",
    steps: [
      [
        "ke-hoach",
        "Chọn điểm đến, liên hệ, lập chương trình",
        ["A1", "2", "4 điểm × nửa ngày"],
        ["A2", "0.5", "nửa ngày duyệt chương trình"],
      ],
      ["chuan-bi", "Danh sách, xe, chỗ ở", ["A1", "1.5", "1 ngày danh sách và hợp đồng xe, nửa ngày chỗ ở"]],
      ["to-chuc", "Đi cùng đoàn", ["A1", "6", "2 người × 3 ngày"]],
      ["bao-cao", "Báo cáo, bài học áp dụng", ["A1", "1", "1 ngày viết báo cáo"]],
    ],
    supplies: [
      ["Giấy A4", "ram", "0.5", "25 bộ × 10 tờ"],
      ["Mực in laser", "hộp", "0.12", "khoảng 250 trang"],
      ["Sổ ghi chép", "quyển", "25", "mỗi người 1 quyển"],
    ],
    shifts: [
      ["Máy vi tính", "4", null, "3 ngày kế hoạch và chuẩn bị, 1 ngày báo cáo"],
      ["Máy ảnh kỹ thuật số", "1.5", "1.5", "3 ngày đi, khoảng nửa thời gian chụp"],
    ],
    quality: ["Mỗi điểm đến có biên bản làm việc.", "Báo cáo nêu ít nhất 3 việc cơ sở sẽ áp dụng."],
    doubt: "hai người dẫn đoàn.",
  },
  {
    code: "KC.02.0510",
    name: "Hướng dẫn thành lập doanh nghiệp sản xuất công nghiệp nông thôn",
    unit: "doanh nghiệp",
    conditions: "Hộ hoặc cá nhân có ý tưởng sản xuất rõ, một địa điểm.",
    steps: [
      ["tu-van", "Tư vấn loại hình, ngành nghề, địa điểm", ["A1", "1", "2 buổi làm việc với chủ cơ sở"]],
      ["ho-so", "Hướng dẫn lập và nộp hồ sơ", ["A1", "1", "1 ngày hồ sơ và theo dõi kết quả"]],
      [
        "sau",
        "Hướng dẫn sau đăng ký (thuế, lao động)",
        ["A1", "0.5", "1 buổi"],
        ["A2", "0.25", "2 giờ soát hồ sơ"],
      ],
    ],
    supplies: [
      ["Giấy A4", "ram", "0.1", "hồ sơ khoảng 50 tờ"],
      ["Mực in laser", "hộp", "0.03", "khoảng 50 trang"],
    ],
    shifts: [["Máy vi tính", "1.5", null, "1 ngày hồ sơ, nửa ngày tra cứu"]],
    quality: [
      "Doanh nghiệp được cấp giấy chứng nhận đăng ký.",
      "Chủ doanh nghiệp xác nhận đã được hướng dẫn.",
    ],
    doubt: "số buổi tư vấn.",
  },
]);

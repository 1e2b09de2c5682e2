import { draftNorms } from "./service.ts";

/** Khoản 3: mô hình trình diễn kỹ thuật, chuyển giao công nghệ, ứng dụng máy móc. */
export const MODELS = draftNorms(3, [
  {
    code: "KC.03.0110",
    name: "Khảo sát, hướng dẫn lập đề án mô hình trình diễn kỹ thuật",
    unit: "đề án",
    conditions: "Một cơ sở, một sản phẩm hoặc công nghệ mới.",
    steps: [
      [
        "khao-sat",
        "Khảo sát năng lực và công nghệ tại cơ sở",
        ["A1", "2", "1 công × 2 người"],
        ["A2", "1", "1 công chuyên môn chính về công nghệ"],
      ],
      ["lap", "Hướng dẫn lập đề án, dự toán", ["A1", "3", "2 ngày thuyết minh, 1 ngày dự toán"]],
      [
        "hoan-thien",
        "Soát, hoàn thiện theo góp ý",
        ["A1", "1", "1 vòng góp ý × 1 ngày"],
        ["A2", "0.5", "nửa ngày soát"],
      ],
    ],
    supplies: [
      ["Giấy A4", "ram", "0.48", "đề án 40 trang × 6 bộ"],
      ["Mực in laser", "hộp", "0.12", "khoảng 240 trang"],
    ],
    shifts: [
      ["Máy vi tính", "4", null, "3 ngày lập, 1 ngày hoàn thiện"],
      ["Máy ảnh kỹ thuật số", "0.25", "0.75", "1 ngày khảo sát"],
    ],
    quality: ["Đề án đủ thành phần theo TT 36/2013/TT-BCT.", "Số liệu cơ sở có chữ ký của chủ cơ sở."],
    doubt: "số vòng góp ý.",
  },
  {
    code: "KC.03.0120",
    name: "Theo dõi, nghiệm thu mô hình trình diễn kỹ thuật",
    unit: "mô hình",
    conditions: "Một mô hình, thời gian thực hiện dưới 12 tháng.",
    steps: [
      ["hop-dong", "Ký hợp đồng, theo dõi tiến độ", ["A1", "2", "1 ngày hợp đồng, 4 lần theo dõi × 2 giờ"]],
      ["kiem-tra", "Kiểm tra tại cơ sở", ["A1", "2", "1 lần giữa kỳ × 2 người × 1 công"]],
      [
        "nghiem-thu",
        "Nghiệm thu tại cơ sở",
        ["A1", "2", "1 công × 2 người"],
        ["A2", "1", "1 công chủ trì nghiệm thu"],
      ],
      ["thanh-ly", "Hồ sơ thanh lý, quyết toán", ["A1", "2", "2 ngày soát chứng từ và lập hồ sơ"]],
    ],
    supplies: [
      ["Giấy A4", "ram", "0.5", "biên bản và hồ sơ khoảng 250 trang"],
      ["Mực in laser", "hộp", "0.12", "khoảng 250 trang"],
    ],
    shifts: [
      ["Máy vi tính", "4", null, "2 ngày hợp đồng và theo dõi, 2 ngày hồ sơ"],
      ["Máy ảnh kỹ thuật số", "0.5", "1.5", "2 ngày tại cơ sở"],
    ],
    quality: [
      "Biên bản nghiệm thu ghi từng máy, thông số, tình trạng chạy.",
      "Hồ sơ quyết toán đủ trong 15 ngày sau nghiệm thu.",
    ],
    doubt: "số lần kiểm tra giữa kỳ.",
  },
  {
    code: "KC.03.0130",
    name: "Tổ chức hội nghị trình diễn, nhân rộng mô hình",
    unit: "hội nghị",
    conditions: "60 đại biểu, nửa ngày tại cơ sở có mô hình.",
    steps: [
      ["chuan-bi", "Kịch bản trình diễn, mời đại biểu", ["A1", "2", "1 ngày với cơ sở, 1 ngày mời 60 người"]],
      [
        "to-chuc",
        "Tổ chức tại cơ sở",
        ["A1", "3", "3 người × 1 ngày kể cả chuẩn bị chỗ"],
        ["B", "1", "1 người hậu cần"],
      ],
      [
        "tong-hop",
        "Tổng hợp đăng ký nhân rộng",
        ["A1", "1", "1 ngày tổng hợp và trả lời"],
        ["A2", "0.5", "nửa ngày soát"],
      ],
    ],
    supplies: [
      ["Giấy A4", "ram", "0.96", "60 bộ × 8 tờ"],
      ["Mực in laser", "hộp", "0.25", "khoảng 500 trang"],
      ["Băng rôn", "m2", "4", "1 băng rôn 1 m × 4 m"],
    ],
    shifts: [
      ["Máy vi tính", "2", null, "1 ngày kịch bản, 1 ngày tổng hợp"],
      ["Máy ảnh kỹ thuật số", "0.5", "0.5", "1 ngày tại cơ sở"],
    ],
    quality: ["Máy chạy thật trước đại biểu.", "Có danh sách cơ sở đăng ký nhân rộng."],
    doubt: "số người phục vụ tại cơ sở.",
  },
  {
    code: "KC.03.0210",
    name: "Khảo sát, hướng dẫn lập đề án ứng dụng máy móc thiết bị tiên tiến",
    unit: "cơ sở",
    conditions: "Một cơ sở, một đến ba máy.",
    steps: [
      ["khao-sat", "Khảo sát tại cơ sở", ["A1", "2", "khảo sát 1 công × 2 người"]],
      [
        "lap",
        "Hướng dẫn lập đề án, dự toán, báo giá",
        ["A1", "2", "1 ngày thuyết minh, 1 ngày dự toán và so 3 báo giá"],
      ],
      ["hoan-thien", "Soát, hoàn thiện", ["A1", "0.5", "nửa ngày"], ["A2", "0.5", "nửa ngày soát"]],
    ],
    supplies: [
      ["Giấy A4", "ram", "0.3", "đề án 25 trang × 6 bộ"],
      ["Mực in laser", "hộp", "0.08", "khoảng 150 trang"],
    ],
    shifts: [
      ["Máy vi tính", "2.5", null, "2 ngày lập, nửa ngày hoàn thiện"],
      ["Máy ảnh kỹ thuật số", "0.25", "0.75", "1 ngày khảo sát"],
    ],
    quality: [
      "Đề án nêu năng suất, điện, lao động trước và sau.",
      "Có ít nhất 3 báo giá hoặc chứng thư thẩm định giá.",
    ],
    doubt: "cơ sở nhiều máy có cần thêm công không.",
  },
  {
    code: "KC.03.0220",
    name: "Kiểm tra, nghiệm thu ứng dụng máy móc thiết bị tiên tiến",
    unit: "cơ sở",
    conditions: "Một cơ sở, một đến ba máy.",
    steps: [
      ["hop-dong", "Ký hợp đồng, theo dõi", ["A1", "1.5", "1 ngày hợp đồng, 2 lần theo dõi × 2 giờ"]],
      [
        "nghiem-thu",
        "Nghiệm thu tại cơ sở",
        ["A1", "2", "1 công × 2 người"],
        ["A2", "0.5", "nửa ngày chủ trì"],
      ],
      ["thanh-ly", "Hồ sơ thanh lý, quyết toán", ["A1", "1.5", "1,5 ngày soát chứng từ"]],
    ],
    supplies: [
      ["Giấy A4", "ram", "0.3", "biên bản và hồ sơ khoảng 150 trang"],
      ["Mực in laser", "hộp", "0.08", "khoảng 150 trang"],
    ],
    shifts: [
      ["Máy vi tính", "3", null, "1,5 ngày hợp đồng, 1,5 ngày hồ sơ"],
      ["Máy ảnh kỹ thuật số", "0.25", "0.75", "1 ngày tại cơ sở"],
    ],
    quality: ["Đối chiếu số máy, ký hiệu, hóa đơn.", "Có ảnh máy đang chạy tại cơ sở."],
    doubt: "thời gian soát chứng từ.",
  },
  {
    code: "KC.03.0310",
    name: "Theo dõi, đánh giá mô hình thí điểm sản xuất sạch hơn",
    unit: "mô hình",
    conditions: "Một cơ sở đã có báo cáo đánh giá nhanh (KC.02.0210).",
    steps: [
      ["truoc", "Đo trước khi thực hiện", ["A1", "2", "2 người × 1 ngày đo"]],
      ["theo-doi", "Theo dõi thực hiện giải pháp", ["A1", "3", "3 lần × 1 ngày"]],
      [
        "sau",
        "Đo sau khi thực hiện, so sánh",
        ["A1", "3", "2 công đo, 1 công so sánh"],
        ["A2", "1", "1 ngày đánh giá kết quả"],
      ],
    ],
    supplies: [
      ["Giấy A4", "ram", "0.4", "báo cáo 40 trang × 5 bản"],
      ["Mực in laser", "hộp", "0.1", "khoảng 200 trang"],
    ],
    shifts: [
      ["Máy vi tính", "2", null, "1 ngày số liệu, 1 ngày so sánh"],
      ["Thiết bị đo điện năng cầm tay", "1.5", "0.5", "2 ngày đo"],
    ],
    quality: [
      "Số đo trước và sau cùng điểm đo, cùng chế độ chạy.",
      "Nêu mức giảm nguyên liệu, điện, nước bằng số.",
    ],
    doubt: "số lần theo dõi.",
  },
]);

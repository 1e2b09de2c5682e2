/** What the check of the log asks of the tables, by the name of the question (worker/store/evidence-questions.ts). */
const vi = {
  state: "Trạng thái và lần gửi của hồ sơ là của sự kiện mới nhất",
  chain: "Mỗi sự kiện nằm trong chuỗi của tỉnh mình",
  seals: "Mỗi niêm phong phủ một sự kiện có thật",
  revisions: "Mỗi lần gửi có đúng sự kiện của nó",
  sendings: "Mỗi sự kiện gửi có bản gửi của nó",
  content: "Nội dung của mỗi bản gửi còn đủ",
  keys: "Mã gửi dẫn tới đúng biên nhận",
  keyless: "Mỗi bản gửi có mã gửi",
  comments: "Ý kiến đúng như sự kiện đã ghi",
  orders: "Đơn đặt hàng đúng như sự kiện đã ghi",
  waivers: "Mỗi bước miễn quy tắc có đúng sự kiện của nó, và ngược lại",
  files: "Tệp gốc còn được ghi đúng mã băm",
  "judged data": "Số liệu đã dùng để kiểm tra còn đủ",
  books: "Mỗi bộ căn cứ đã giữ còn đủ các phần và đúng phiên bản",
};

const en: Readonly<Record<keyof typeof vi, string>> = {
  state: "State and revision of a submission are those of its newest event",
  chain: "Each event lies in the chain of its province",
  seals: "Each seal covers an event that exists",
  revisions: "Each revision has its event",
  sendings: "Each event of sending has its revision",
  content: "The content of each revision is there",
  keys: "Each sending key leads to its receipt",
  keyless: "Each revision has a sending key",
  comments: "Comments are what the event recorded",
  orders: "Orders are what the event recorded",
  waivers: "Each step of a waiver has its event, and each such event its step",
  files: "Original files are recorded with their hash",
  "judged data": "The data judged with is there",
  books: "Each kept book has all its parts and the version it says",
};

export const LOG_QUESTIONS = { vi, en };

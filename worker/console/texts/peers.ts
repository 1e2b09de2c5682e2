/** Sentences of the comparison with other provinces on a submission, in both languages. */
export const peerTexts = {
  vi: {
    heading: "So với các tỉnh khác",
    lead: (n: number, others: number) =>
      `Đã đặt ${n} số liệu của hồ sơ cạnh ${others} số liệu tỉnh khác. Không thuộc kết quả đã ký: số của tỉnh khác còn đổi.`,
    none: "Không có số nào lệch xa, hoặc chưa đủ sáu tỉnh có cùng số liệu.",
    truncated: "Có quá nhiều số liệu, chỉ xét được một phần.",
    compare: "Mở trang So sánh",
    loading: "Đang so với các tỉnh…",
    again: "Thử lại",
  },
  en: {
    heading: "Beside other provinces",
    lead: (n: number, others: number) =>
      `${n} figures of this file were held against ${others} of other provinces. Not part of the signed verdict: others may still change theirs.`,
    none: "Nothing stands far off, or fewer than six provinces have the same figure.",
    truncated: "There were too many figures; only a part could be examined.",
    compare: "Open the comparison page",
    loading: "Comparing with other provinces…",
    again: "Try again",
  },
} as const;

/** What the queue of sendings says, in both languages. */

export const queueVi = {
  title: "Hàng đợi gửi",
  offline:
    "Đang mất mạng. Hồ sơ đã bấm gửi nằm chờ trên máy này và tự đi khi có mạng, kể cả khi đã đóng Excel.",
  offlineTrack: "Đang mất mạng. Danh sách dưới đây là lần tải gần nhất.",
  keptAt: (time: string) => `Tải lúc ${time}`,
  lead: "Mỗi hồ sơ giữ một mã gửi cố định: gửi lại bao nhiêu lần máy chủ cũng chỉ nhận một.",
  notDurable: "Trình duyệt không cho lưu: đừng đóng cửa sổ này cho đến khi có biên nhận.",
  queued: "Đã xếp vào hàng đợi.",
  item: (province: string, year: string) => `Kế hoạch ${year} · ${province}`,
  correction: "bản sửa",
  created: (time: string) => `Bấm gửi lúc ${time}`,
  states: {
    waiting: "Đang chờ",
    sending: "Đang gửi",
    sent: "Đã nhận",
    conflict: "Cần quyết định",
    refused: "Không được nhận",
  },
  waitingNetwork: "Chờ có mạng.",
  waitingPerson: (name: string) => `Chờ ${name} đăng nhập.`,
  waitingFirst: "Sắp gửi.",
  waitingTry: (tries: number, seconds: number) =>
    seconds > 0
      ? `Đã thử ${tries} lần. Thử tiếp sau ${seconds} giây.`
      : `Đã thử ${tries} lần. Đang thử tiếp…`,
  sendingTry: (tries: number) => `Lần thử ${tries}. Đóng Excel lúc này cũng không mất hồ sơ.`,
  tryNow: "Thử ngay",
  drop: "Bỏ",
  dropLabel: (what: string) => `Bỏ khỏi hàng đợi: ${what}`,
  dropAsk: "Bỏ hồ sơ này khỏi hàng đợi?",
  dropMayBeStored:
    "Đã có lần gửi mà không nhận được trả lời, nên có thể máy chủ đã nhận hồ sơ này. Nên thử lại để lấy biên nhận. Vẫn bỏ?",
  dropYes: "Bỏ",
  dropNo: "Giữ lại",
  another: "Soạn lần gửi khác",
  same: "Sổ của tỉnh và năm này đang có một bản chờ gửi. Gửi thêm sẽ thành hồ sơ thứ hai.",
  conflict:
    "Máy chủ đang giữ một bản khác với bản mà bạn đã sửa. Chưa có gì bị ghi đè; hãy xem khác nhau ở đâu rồi chọn.",
  compare: "Xem khác nhau",
  comparing: "Đang tải bản trên máy chủ…",
  theirs: (revision: number, state: string, who: string, time: string) =>
    `Trên máy chủ: bản ${revision} (${state}), ${who} gửi ${time}.`,
  differences: (n: number) => (n === 0 ? "Hai bản giống hệt nhau." : `${n} ô khác nhau`),
  mineHead: "Của tôi",
  theirsHead: "Máy chủ",
  blank: "(trống)",
  moreCells: (n: number) => `Xem thêm ${n} ô`,
  sendMine: (revision: number) => `Gửi bản của tôi thành bản ${revision}`,
  keepTheirs: "Giữ bản trên máy chủ",
  keepTheirsAsk: "Bỏ bản đang chờ của bạn? Sổ trong Excel vẫn nguyên.",
  later: "Để sau",
  locked: (state: string) =>
    `Hồ sơ đang ở trạng thái “${state}” nên chưa nhận bản sửa. Chờ trả lại, hoặc rút hồ sơ ở trang xét duyệt, rồi thử lại.`,
  receipts: "Biên nhận trên máy này",
  forget: "Xoá khỏi danh sách",
  changes: "Xem thay đổi so với bản đã gửi",
  changesTitle: (revision: number) => `Khác với bản ${revision} trên máy chủ`,
  hideChanges: "Ẩn",
  sentBefore: "Bản đã gửi",
};

export const queueEn: typeof queueVi = {
  title: "Waiting to be sent",
  offline:
    "No network. What you have sent waits on this machine and leaves by itself when the network is back, even after closing Excel.",
  offlineTrack: "No network. The list below is the last one loaded.",
  keptAt: (time) => `Loaded at ${time}`,
  lead: "Every sending keeps one key: however often it leaves, the service takes it once.",
  notDurable: "This browser stores nothing: keep this window open until the receipt is here.",
  queued: "It is in the queue.",
  item: (province, year) => `Plan ${year} · ${province}`,
  correction: "correction",
  created: (time) => `Sent at ${time}`,
  states: {
    waiting: "Waiting",
    sending: "Sending",
    sent: "Received",
    conflict: "Your decision",
    refused: "Not taken",
  },
  waitingNetwork: "Waiting for the network.",
  waitingPerson: (name) => `Waiting until ${name} signs in.`,
  waitingFirst: "Leaving soon.",
  waitingTry: (tries, seconds) =>
    seconds > 0
      ? `Tried ${tries} ${tries === 1 ? "time" : "times"}. Next try in ${seconds} s.`
      : `Tried ${tries} ${tries === 1 ? "time" : "times"}. Trying again…`,
  sendingTry: (tries) => `Try ${tries}. Closing Excel now loses nothing.`,
  tryNow: "Try now",
  drop: "Remove",
  dropLabel: (what) => `Remove from the queue: ${what}`,
  dropAsk: "Remove this from the queue?",
  dropMayBeStored:
    "It has left before without an answer, so the service may hold it already. Trying again would bring its receipt. Remove it all the same?",
  dropYes: "Remove",
  dropNo: "Keep",
  another: "Prepare another sending",
  same: "A plan of this province and year is waiting already. Sending again makes a second submission.",
  conflict:
    "The service holds another version than the one you corrected. Nothing has been overwritten; look at what differs, then choose.",
  compare: "Show what differs",
  comparing: "Loading the version of the service…",
  theirs: (revision, state, who, time) =>
    `At the service: version ${revision} (${state}), sent by ${who}, ${time}.`,
  differences: (n) =>
    n === 0 ? "Both versions are the same." : `${n} ${n === 1 ? "cell differs" : "cells differ"}`,
  mineHead: "Mine",
  theirsHead: "Service",
  blank: "(blank)",
  moreCells: (n) => `Show ${n} more`,
  sendMine: (revision) => `Send mine as version ${revision}`,
  keepTheirs: "Keep the service's version",
  keepTheirsAsk: "Remove your waiting version? The workbook in Excel stays as it is.",
  later: "Later",
  locked: (state) =>
    `The submission is “${state}” and takes no correction now. Wait until it is returned, or withdraw it on the review site, then try again.`,
  receipts: "Receipts on this machine",
  forget: "Remove from the list",
  changes: "Show changes since the version sent",
  changesTitle: (revision) => `Differs from version ${revision} at the service`,
  hideChanges: "Hide",
  sentBefore: "Sent before",
};

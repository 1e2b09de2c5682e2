/** Ids that sort by time: prefix, 9 characters of milliseconds, 16 random ones. Alphabet without I, L, O, U. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

function timePart(at: Date): string {
  let rest = at.getTime();
  let text = "";
  for (let i = 0; i < 9; i += 1) {
    text = (ALPHABET[rest % 32] ?? "0") + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/** hs: hồ sơ, dh: đặt hàng, tl: tệp tải lên, kl: lượt kiểm lại, hop: phiên họp, dm: danh mục, th: thực hiện, cb: công bố, mt: miễn quy tắc. */
export function newId(
  prefix: "hs" | "dh" | "tl" | "kl" | "hop" | "dm" | "th" | "cb" | "mt",
  at: Date,
): string {
  const random = crypto.getRandomValues(new Uint8Array(16));
  return `${prefix}_${timePart(at)}${Array.from(random, (byte) => ALPHABET[byte % 32]).join("")}`;
}

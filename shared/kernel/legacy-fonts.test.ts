import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectLegacy, legacyFont, legacyToUnicode, readsAsUnicode, TCVN3, VNI } from "./legacy-fonts.ts";

const LETTERS = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ";
const tcvn3 = { encoding: "tcvn3", capitals: false } as const;
const vni = { encoding: "vni", capitals: false } as const;

/** Unicode → the old codes, by the tables read backwards. */
function toLegacy(text: string, table: ReadonlyMap<string, string>): string {
  const back = new Map([...table].map(([legacy, unicode]) => [unicode, legacy]));
  return [...text].map((char) => back.get(char) ?? char).join("");
}

const WORDS =
  "Hỗ trợ cơ sở công nghiệp nông thôn ứng dụng máy móc thiết bị tiên tiến trong chế biến gỗ, chè, miến dong tại huyện Bình Liêu; người lao động được đào tạo nghề thêu ren, mây tre đan và quản trị doanh nghiệp".split(
    " ",
  );

describe("the tables", () => {
  it("hold every small letter with a mark, each by its own codes", () => {
    for (const table of [TCVN3, VNI]) {
      for (const letter of LETTERS)
        expect(
          [...table.values()].filter((value) => value === letter),
          letter,
        ).toHaveLength(1);
    }
    expect(TCVN3.size).toBe(67 + 7);
    expect(VNI.size).toBe(67 * 2);
  });

  it("read back whatever they wrote", () => {
    const text = fc
      .array(fc.constantFrom(...LETTERS, "b", "c", "n", " ", "1"), { maxLength: 30 })
      .map((chars) => chars.join(""));
    fc.assert(
      fc.property(text, (unicode) => {
        expect(legacyToUnicode(toLegacy(unicode, TCVN3), tcvn3)).toBe(unicode);
      }),
    );
    fc.assert(
      fc.property(text, (unicode) => {
        expect(legacyToUnicode(toLegacy(unicode, VNI), vni)).toBe(unicode);
        const capitals = unicode.toLocaleUpperCase("vi");
        expect(legacyToUnicode(toLegacy(capitals, VNI), vni)).toBe(capitals);
      }),
    );
  });
});

describe("conversion", () => {
  it.each([
    ["M¸y Ðp", tcvn3, "Máy ép"],
    ["C«ng nghiÖp n«ng th«n", tcvn3, "Công nghiệp nông thôn"],
    ["§Ò ¸n khuyÕn c«ng, \u00AD¬ng c©y", tcvn3, "Đề án khuyến công, ương cây"],
    ["céng hßa", { encoding: "tcvn3", capitals: true }, "CỘNG HÒA"],
    ["Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", vni, "Cộng hòa xã hội chủ nghĩa Việt Nam"],
    ["ÑEÀ AÙN KHUYEÁN COÂNG", vni, "ĐỀ ÁN KHUYẾN CÔNG"],
    ["Ñöôøng, töï, Ôn", vni, "Đường, tự, Ơn"],
    ["10 máy (M-2)", vni, "10 máy (M-2)"],
  ] as const)("%s", (text, font, unicode) =>
    expect(legacyToUnicode(text.replace("máy", "maùy"), font)).toBe(unicode),
  );

  it("takes small marks after capitals in VNI", () => expect(legacyToUnicode("Aùo AÙO", vni)).toBe("Áo ÁO"));
});

describe("fonts and detection", () => {
  it.each([
    [".VnTime", { encoding: "tcvn3", capitals: false }],
    [".VnArialH", { encoding: "tcvn3", capitals: true }],
    ["VNI-Times", { encoding: "vni", capitals: false }],
    ["Times New Roman", null],
    ["Vni", null],
  ])("%s", (name, font) => expect(legacyFont(name)).toEqual(font));

  it.each([
    ["M¸y Ðp g¹ch", "tcvn3"],
    ["Hç trî c¬ së", "tcvn3"],
    ["Hoã trôï cô sôû", "vni"],
    ["ÑEÀ AÙN", "vni"],
    ["Hỗ trợ cơ sở", null],
    ["Máy ép gạch", null],
    ["may ep gach 2.5 kW", null],
    ["Café Zürich", null],
    ["", null],
  ])("%s is %s", (text, encoding) => expect(detectLegacy(text)).toBe(encoding));

  it("never takes Unicode text for an old encoding, and finds the old ones in longer texts", () => {
    const phrase = fc
      .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 })
      .map((words) => words.join(" "));
    fc.assert(
      fc.property(phrase, (unicode) => {
        expect(detectLegacy(unicode)).toBeNull();
      }),
    );
    const whole = WORDS.join(" ");
    expect(detectLegacy(toLegacy(whole, TCVN3))).toBe("tcvn3");
    expect(detectLegacy(toLegacy(whole, VNI))).toBe("vni");
  });
});

describe("text that needs no conversion", () => {
  it.each(["Máy ép gốm", "ĐỀ ÁN KHUYẾN CÔNG", "Máy ép gốm".normalize("NFD")])(
    "%s reads as it stands",
    (text) => expect(readsAsUnicode(text)).toBe(true),
  );
  it.each(["M¸y Ðp gèm", "Maùy eùp goám", "May ep gom 2018"])("%s does not tell", (text) =>
    expect(readsAsUnicode(text)).toBe(false),
  );
});

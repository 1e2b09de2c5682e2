/** The 34 provinces and cities since 01/07/2025 with today's codes (QĐ 19/2025/QĐ-TTg) and what merged into each. */
export interface Province {
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
  readonly mergedFrom: readonly string[];
}

export const PROVINCES: readonly Province[] = [
  { code: "01", name: "Hà Nội", fullName: "Thành phố Hà Nội", mergedFrom: ["Hà Nội"] },
  { code: "04", name: "Cao Bằng", fullName: "Tỉnh Cao Bằng", mergedFrom: ["Cao Bằng"] },
  { code: "08", name: "Tuyên Quang", fullName: "Tỉnh Tuyên Quang", mergedFrom: ["Hà Giang", "Tuyên Quang"] },
  { code: "11", name: "Điện Biên", fullName: "Tỉnh Điện Biên", mergedFrom: ["Điện Biên"] },
  { code: "12", name: "Lai Châu", fullName: "Tỉnh Lai Châu", mergedFrom: ["Lai Châu"] },
  { code: "14", name: "Sơn La", fullName: "Tỉnh Sơn La", mergedFrom: ["Sơn La"] },
  { code: "15", name: "Lào Cai", fullName: "Tỉnh Lào Cai", mergedFrom: ["Yên Bái", "Lào Cai"] },
  { code: "19", name: "Thái Nguyên", fullName: "Tỉnh Thái Nguyên", mergedFrom: ["Bắc Kạn", "Thái Nguyên"] },
  { code: "20", name: "Lạng Sơn", fullName: "Tỉnh Lạng Sơn", mergedFrom: ["Lạng Sơn"] },
  { code: "22", name: "Quảng Ninh", fullName: "Tỉnh Quảng Ninh", mergedFrom: ["Quảng Ninh"] },
  { code: "24", name: "Bắc Ninh", fullName: "Tỉnh Bắc Ninh", mergedFrom: ["Bắc Giang", "Bắc Ninh"] },
  { code: "25", name: "Phú Thọ", fullName: "Tỉnh Phú Thọ", mergedFrom: ["Vĩnh Phúc", "Hòa Bình", "Phú Thọ"] },
  { code: "31", name: "Hải Phòng", fullName: "Thành phố Hải Phòng", mergedFrom: ["Hải Phòng", "Hải Dương"] },
  { code: "33", name: "Hưng Yên", fullName: "Tỉnh Hưng Yên", mergedFrom: ["Thái Bình", "Hưng Yên"] },
  {
    code: "37",
    name: "Ninh Bình",
    fullName: "Tỉnh Ninh Bình",
    mergedFrom: ["Hà Nam", "Nam Định", "Ninh Bình"],
  },
  { code: "38", name: "Thanh Hoá", fullName: "Tỉnh Thanh Hoá", mergedFrom: ["Thanh Hóa"] },
  { code: "40", name: "Nghệ An", fullName: "Tỉnh Nghệ An", mergedFrom: ["Nghệ An"] },
  { code: "42", name: "Hà Tĩnh", fullName: "Tỉnh Hà Tĩnh", mergedFrom: ["Hà Tĩnh"] },
  { code: "44", name: "Quảng Trị", fullName: "Tỉnh Quảng Trị", mergedFrom: ["Quảng Bình", "Quảng Trị"] },
  { code: "46", name: "Huế", fullName: "Thành phố Huế", mergedFrom: ["Huế"] },
  { code: "48", name: "Đà Nẵng", fullName: "Thành phố Đà Nẵng", mergedFrom: ["Đà Nẵng", "Quảng Nam"] },
  { code: "51", name: "Quảng Ngãi", fullName: "Tỉnh Quảng Ngãi", mergedFrom: ["Kon Tum", "Quảng Ngãi"] },
  { code: "52", name: "Gia Lai", fullName: "Tỉnh Gia Lai", mergedFrom: ["Bình Định", "Gia Lai"] },
  { code: "56", name: "Khánh Hoà", fullName: "Tỉnh Khánh Hoà", mergedFrom: ["Ninh Thuận", "Khánh Hòa"] },
  { code: "66", name: "Đắk Lắk", fullName: "Tỉnh Đắk Lắk", mergedFrom: ["Phú Yên", "Đắk Lắk"] },
  {
    code: "68",
    name: "Lâm Đồng",
    fullName: "Tỉnh Lâm Đồng",
    mergedFrom: ["Đắk Nông", "Bình Thuận", "Lâm Đồng"],
  },
  { code: "75", name: "Đồng Nai", fullName: "Thành phố Đồng Nai", mergedFrom: ["Bình Phước", "Đồng Nai"] },
  {
    code: "79",
    name: "Hồ Chí Minh",
    fullName: "Thành phố Hồ Chí Minh",
    mergedFrom: ["Hồ Chí Minh", "Bà Rịa - Vũng Tàu", "Bình Dương"],
  },
  { code: "80", name: "Tây Ninh", fullName: "Tỉnh Tây Ninh", mergedFrom: ["Long An", "Tây Ninh"] },
  { code: "82", name: "Đồng Tháp", fullName: "Tỉnh Đồng Tháp", mergedFrom: ["Tiền Giang", "Đồng Tháp"] },
  {
    code: "86",
    name: "Vĩnh Long",
    fullName: "Tỉnh Vĩnh Long",
    mergedFrom: ["Bến Tre", "Trà Vinh", "Vĩnh Long"],
  },
  { code: "91", name: "An Giang", fullName: "Tỉnh An Giang", mergedFrom: ["Kiên Giang", "An Giang"] },
  {
    code: "92",
    name: "Cần Thơ",
    fullName: "Thành phố Cần Thơ",
    mergedFrom: ["Cần Thơ", "Sóc Trăng", "Hậu Giang"],
  },
  { code: "96", name: "Cà Mau", fullName: "Tỉnh Cà Mau", mergedFrom: ["Bạc Liêu", "Cà Mau"] },
];

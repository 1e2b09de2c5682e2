/** Placeholders of the explanation that goes with a draft norm book. A paper of the Ministry: no unit replaces it. */
import { GROUNDS, field, list, must, mustList, type PaperField } from "./fields.ts";

export const EVIDENCE_PAPER = "thuyet-minh-dinh-muc";
export const EVIDENCE_PAPER_TITLE = "Thuyết minh dự thảo định mức";

export const EVIDENCE_PAPER_FIELDS: readonly PaperField[] = [
  must("coQuanDong1", "Tên cơ quan, dòng thứ nhất, chữ in hoa"),
  field("coQuanDong2", "Tên cơ quan, dòng thứ hai (có thể trống)"),
  must("diaDanhNgay", "Địa danh, ngày tháng năm"),
  must("tenBo", "Tên bộ định mức dự thảo"),
  must("apDungTu", "Ngày dự kiến bắt đầu dùng"),
  GROUNDS,
  must("soDichVu", "Số dịch vụ có định mức dự thảo"),
  must("soTinhCan", "Số tỉnh tối thiểu của một ước lượng"),
  mustList("dinhMuc", "Từng định mức dự thảo", [
    must("ma", "Mã định mức"),
    must("ten", "Tên dịch vụ"),
    must("donVi", "Đơn vị dịch vụ"),
    must("soTinh", "Số tỉnh, số hồ sơ"),
    mustList("haoPhi", "Từng hao phí", [
      field("tt", "Số thứ tự"),
      must("loai", "Loại hao phí"),
      must("tenHaoPhi", "Hao phí"),
      must("dvt", "Đơn vị tính"),
      must("soLieu", "Số tỉnh, số số liệu"),
      must("trungVi", "Trung vị và độ lệch tuyệt đối trung vị"),
      must("khoang", "Khoảng tin cậy"),
      must("deXuat", "Số đề xuất"),
    ]),
    list("tacDong", "Tác động tới đơn giá của từng tỉnh", [
      field("tinh", "Tỉnh"),
      field("hienNay", "Đơn giá hiện nay"),
      field("deXuatGia", "Đơn giá theo đề xuất"),
      field("chenh", "Chênh lệch, đồng và phần trăm"),
    ]),
  ]),
  mustList("lech", "Từng số lệch xa, và vì sao", [
    must("noiDung", "Dịch vụ, hao phí, tỉnh, số liệu, vì sao"),
  ]),
  mustList("chuaDeXuat", "Từng hao phí chưa đề xuất", [must("noiDung", "Dịch vụ, hao phí, vì sao")]),
  must("tepSoLieu", "SHA-256 của phụ lục số liệu (.xlsx)"),
  must("bamSoLieu", "SHA-256 của số liệu tổng hợp"),
];

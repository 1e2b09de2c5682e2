/** Every legal parameter, by id. One file each; a test compares this list with the folder. */
import type { Parameter } from "../types.ts";
import { bhtn } from "./bhtn.ts";
import { bhxh } from "./bhxh.ts";
import { bhyt } from "./bhyt.ts";
import { binhChonDiemDat } from "./binh-chon-diem-dat.ts";
import { binhChonKvTran } from "./binh-chon-kv-tran.ts";
import { binhChonQgTran } from "./binh-chon-qg-tran.ts";
import { chuyenGiaMuc1 } from "./chuyen-gia-muc-1.ts";
import { chuyenGiaMuc2 } from "./chuyen-gia-muc-2.ts";
import { cumLienKetTran } from "./cum-lien-ket-tran.ts";
import { cumLienKetTyLe } from "./cum-lien-ket-ty-le.ts";
import { daoTaoNgheCanNgheo } from "./dao-tao-nghe-can-ngheo.ts";
import { daoTaoNgheChinhSach } from "./dao-tao-nghe-chinh-sach.ts";
import { daoTaoNgheDiLai } from "./dao-tao-nghe-di-lai.ts";
import { daoTaoNgheDttsNgheo } from "./dao-tao-nghe-dtts-ngheo.ts";
import { daoTaoNgheKhac } from "./dao-tao-nghe-khac.ts";
import { daoTaoNgheKhuyetTat } from "./dao-tao-nghe-khuyet-tat.ts";
import { daoTaoNgheTienAn } from "./dao-tao-nghe-tien-an.ts";
import { dayChuyenTran } from "./day-chuyen-tran.ts";
import { dayChuyenTyLe } from "./day-chuyen-ty-le.ts";
import { gianHangTyLe } from "./gian-hang-ty-le.ts";
import { giangVienBuoi } from "./giang-vien-buoi.ts";
import { haTangCcnTran } from "./ha-tang-ccn-tran.ts";
import { hiepHoiQgTran } from "./hiep-hoi-qg-tran.ts";
import { hiepHoiQgTyLe } from "./hiep-hoi-qg-ty-le.ts";
import { hiepHoiVungTran } from "./hiep-hoi-vung-tran.ts";
import { hiepHoiVungTyLe } from "./hiep-hoi-vung-ty-le.ts";
import { hoiChoNnTyLe } from "./hoi-cho-nn-ty-le.ts";
import { hoiChoTyLe } from "./hoi-cho-ty-le.ts";
import { hoiNghiGiaiKhat } from "./hoi-nghi-giai-khat.ts";
import { hoiNghiTienAn1 } from "./hoi-nghi-tien-an-1.ts";
import { hoiNghiTienAn2 } from "./hoi-nghi-tien-an-2.ts";
import { hoiNghiTienAn3 } from "./hoi-nghi-tien-an-3.ts";
import { khaoSatNnTyLe } from "./khao-sat-nn-ty-le.ts";
import { kpcd } from "./kpcd.ts";
import { laiSuatTran } from "./lai-suat-tran.ts";
import { laiSuatTyLe } from "./lai-suat-ty-le.ts";
import { lapDnTran } from "./lap-dn-tran.ts";
import { lttVung1 } from "./ltt-vung-1.ts";
import { lttVung2 } from "./ltt-vung-2.ts";
import { lttVung3 } from "./ltt-vung-3.ts";
import { lttVung4 } from "./ltt-vung-4.ts";
import { luongCoSo } from "./luong-co-so.ts";
import { luuTru } from "./luu-tru.ts";
import { luuTruBienDao } from "./luu-tru-bien-dao.ts";
import { mayMocTran } from "./may-moc-tran.ts";
import { mayMocTyLe } from "./may-moc-ty-le.ts";
import { moHinhNhanRongTran } from "./mo-hinh-nhan-rong-tran.ts";
import { moHinhTran } from "./mo-hinh-tran.ts";
import { moHinhTyLe } from "./mo-hinh-ty-le.ts";
import { oNhiemCcnTran } from "./o-nhiem-ccn-tran.ts";
import { oNhiemCcnTyLe } from "./o-nhiem-ccn-ty-le.ts";
import { oNhiemCoSoTran } from "./o-nhiem-co-so-tran.ts";
import { oNhiemCoSoTyLe } from "./o-nhiem-co-so-ty-le.ts";
import { phongTrungBayTran } from "./phong-trung-bay-tran.ts";
import { quanLyCoQuanTyLe } from "./quan-ly-co-quan-ty-le.ts";
import { quanLyDonViTyLe } from "./quan-ly-don-vi-ty-le.ts";
import { quyHoachCcnTran } from "./quy-hoach-ccn-tran.ts";
import { quyHoachCcnTyLe } from "./quy-hoach-ccn-ty-le.ts";
import { quyTienThuong } from "./quy-tien-thuong.ts";
import { sxshTran } from "./sxsh-tran.ts";
import { sxshTyLe } from "./sxsh-ty-le.ts";
import { tamUngLan1Ccn } from "./tam-ung-lan-1-ccn.ts";
import { tamUngLan1Chung } from "./tam-ung-lan-1-chung.ts";
import { tamUngLan1LapDn } from "./tam-ung-lan-1-lap-dn.ts";
import { tamUngTyLe } from "./tam-ung-ty-le.ts";
import { thuongHieuTran } from "./thuong-hieu-tran.ts";
import { thuongHieuTyLe } from "./thuong-hieu-ty-le.ts";
import { thuongKvTran } from "./thuong-kv-tran.ts";
import { thuongQgTran } from "./thuong-qg-tran.ts";
import { tscdNguyenGia } from "./tscd-nguyen-gia.ts";
import { tuChuNhom2 } from "./tu-chu-nhom-2.ts";
import { tuChuNhom3a } from "./tu-chu-nhom-3a.ts";
import { tuChuNhom3b } from "./tu-chu-nhom-3b.ts";
import { tuChuNhom3c } from "./tu-chu-nhom-3c.ts";
import { tuVanTran } from "./tu-van-tran.ts";
import { tuVanTyLe } from "./tu-van-ty-le.ts";
import { uuTien } from "./uu-tien.ts";
import { uuTienLaoDong } from "./uu-tien-lao-dong.ts";
import { uuTienNguyenLieu } from "./uu-tien-nguyen-lieu.ts";

export const PARAMETERS: readonly Parameter[] = [
  bhtn,
  bhxh,
  bhyt,
  binhChonDiemDat,
  binhChonKvTran,
  binhChonQgTran,
  chuyenGiaMuc1,
  chuyenGiaMuc2,
  cumLienKetTran,
  cumLienKetTyLe,
  daoTaoNgheCanNgheo,
  daoTaoNgheChinhSach,
  daoTaoNgheDiLai,
  daoTaoNgheDttsNgheo,
  daoTaoNgheKhac,
  daoTaoNgheKhuyetTat,
  daoTaoNgheTienAn,
  dayChuyenTran,
  dayChuyenTyLe,
  gianHangTyLe,
  giangVienBuoi,
  haTangCcnTran,
  hiepHoiQgTran,
  hiepHoiQgTyLe,
  hiepHoiVungTran,
  hiepHoiVungTyLe,
  hoiChoNnTyLe,
  hoiChoTyLe,
  hoiNghiGiaiKhat,
  hoiNghiTienAn1,
  hoiNghiTienAn2,
  hoiNghiTienAn3,
  khaoSatNnTyLe,
  kpcd,
  laiSuatTran,
  laiSuatTyLe,
  lapDnTran,
  lttVung1,
  lttVung2,
  lttVung3,
  lttVung4,
  luongCoSo,
  luuTru,
  luuTruBienDao,
  mayMocTran,
  mayMocTyLe,
  moHinhNhanRongTran,
  moHinhTran,
  moHinhTyLe,
  oNhiemCcnTran,
  oNhiemCcnTyLe,
  oNhiemCoSoTran,
  oNhiemCoSoTyLe,
  phongTrungBayTran,
  quanLyCoQuanTyLe,
  quanLyDonViTyLe,
  quyHoachCcnTran,
  quyHoachCcnTyLe,
  quyTienThuong,
  sxshTran,
  sxshTyLe,
  tamUngLan1Ccn,
  tamUngLan1Chung,
  tamUngLan1LapDn,
  tamUngTyLe,
  thuongHieuTran,
  thuongHieuTyLe,
  thuongKvTran,
  thuongQgTran,
  tscdNguyenGia,
  tuChuNhom2,
  tuChuNhom3a,
  tuChuNhom3b,
  tuChuNhom3c,
  tuVanTran,
  tuVanTyLe,
  uuTien,
  uuTienLaoDong,
  uuTienNguyenLieu,
];

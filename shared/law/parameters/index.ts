/** Every legal parameter, by id. One file each; a check compares this list with the folder. */
import type { Parameter } from "../types.ts";
import { bhtn } from "./bhtn.ts";
import { bhxh } from "./bhxh.ts";
import { bhyt } from "./bhyt.ts";
import { binhChonKvTran } from "./binh-chon-kv-tran.ts";
import { binhChonQgTran } from "./binh-chon-qg-tran.ts";
import { cumLienKetTran } from "./cum-lien-ket-tran.ts";
import { cumLienKetTyLe } from "./cum-lien-ket-ty-le.ts";
import { dayChuyenTran } from "./day-chuyen-tran.ts";
import { dayChuyenTyLe } from "./day-chuyen-ty-le.ts";
import { gianHangTyLe } from "./gian-hang-ty-le.ts";
import { haTangCcnTran } from "./ha-tang-ccn-tran.ts";
import { hiepHoiQgTran } from "./hiep-hoi-qg-tran.ts";
import { hiepHoiQgTyLe } from "./hiep-hoi-qg-ty-le.ts";
import { hiepHoiVungTran } from "./hiep-hoi-vung-tran.ts";
import { hiepHoiVungTyLe } from "./hiep-hoi-vung-ty-le.ts";
import { hoiChoNnTyLe } from "./hoi-cho-nn-ty-le.ts";
import { hoiChoTyLe } from "./hoi-cho-ty-le.ts";
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
import { sxshTran } from "./sxsh-tran.ts";
import { sxshTyLe } from "./sxsh-ty-le.ts";
import { thuongHieuTran } from "./thuong-hieu-tran.ts";
import { thuongHieuTyLe } from "./thuong-hieu-ty-le.ts";
import { thuongKvTran } from "./thuong-kv-tran.ts";
import { thuongQgTran } from "./thuong-qg-tran.ts";
import { tuVanTran } from "./tu-van-tran.ts";
import { tuVanTyLe } from "./tu-van-ty-le.ts";
import { uuTien } from "./uu-tien.ts";

export const PARAMETERS: readonly Parameter[] = [
  bhtn,
  bhxh,
  bhyt,
  binhChonKvTran,
  binhChonQgTran,
  cumLienKetTran,
  cumLienKetTyLe,
  dayChuyenTran,
  dayChuyenTyLe,
  gianHangTyLe,
  haTangCcnTran,
  hiepHoiQgTran,
  hiepHoiQgTyLe,
  hiepHoiVungTran,
  hiepHoiVungTyLe,
  hoiChoNnTyLe,
  hoiChoTyLe,
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
  sxshTran,
  sxshTyLe,
  thuongHieuTran,
  thuongHieuTyLe,
  thuongKvTran,
  thuongQgTran,
  tuVanTran,
  tuVanTyLe,
  uuTien,
];

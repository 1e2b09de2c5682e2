/** Every custom function by its Excel name, for the CLI and the tests. functions.js is made from the files themselves. */
import * as bangchu from "./bangchu.ts";
import * as camay from "./camay.ts";
import * as cancu from "./cancu.ts";
import * as diaban from "./diaban.ts";
import * as diem from "./diem.ts";
import * as dinhmuc from "./dinhmuc.ts";
import * as dongia from "./dongia.ts";
import * as gia from "./gia.ts";
import * as giabinhquan from "./giabinhquan.ts";
import * as haophi from "./haophi.ts";
import * as kiemtra from "./kiemtra.ts";
import type { Example } from "./lib/texts.ts";
import * as muchotro from "./muchotro.ts";
import * as ngaycong from "./ngaycong.ts";
import * as phanbo from "./phanbo.ts";
import * as thamso from "./thamso.ts";
import * as thanhtien from "./thanhtien.ts";
import * as trangthai from "./trangthai.ts";
import * as tuchu from "./tuchu.ts";

export interface FunctionEntry {
  readonly call: (...args: any[]) => unknown;
  readonly examples: readonly Example[];
}

export const FUNCTIONS: Readonly<Record<string, FunctionEntry>> = {
  THAMSO: { call: thamso.thamSo, examples: thamso.examples },
  CANCU: { call: cancu.canCu, examples: cancu.examples },
  MUCHOTRO: { call: muchotro.mucHoTro, examples: muchotro.examples },
  NGAYCONG: { call: ngaycong.ngayCong, examples: ngaycong.examples },
  CAMAY: { call: camay.caMay, examples: camay.examples },
  DINHMUC: { call: dinhmuc.dinhMuc, examples: dinhmuc.examples },
  HAOPHI: { call: haophi.haoPhi, examples: haophi.examples },
  GIA: { call: gia.gia, examples: gia.examples },
  DONGIA: { call: dongia.donGia, examples: dongia.examples },
  THANHTIEN: { call: thanhtien.thanhTien, examples: thanhtien.examples },
  BANGCHU: { call: bangchu.bangChu, examples: bangchu.examples },
  TUCHU: { call: tuchu.tuChu, examples: tuchu.examples },
  GIABINHQUAN: { call: giabinhquan.giaBinhQuan, examples: giabinhquan.examples },
  DIEM: { call: diem.diem, examples: diem.examples },
  PHANBO: { call: phanbo.phanBo, examples: phanbo.examples },
  KIEMTRA: { call: kiemtra.kiemTra, examples: kiemtra.examples },
  TRANGTHAI: { call: trangthai.trangThai, examples: trangthai.examples },
  DIABAN: { call: diaban.diaBan, examples: diaban.examples },
};

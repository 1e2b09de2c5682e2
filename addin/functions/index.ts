/** Every custom function by its Excel name, for the CLI and the tests. functions.js is made from the files themselves. */
import * as bangchu from "./bangchu.ts";
import * as cancu from "./cancu.ts";
import * as diaban from "./diaban.ts";
import type { Example } from "./lib/texts.ts";
import * as muchotro from "./muchotro.ts";
import * as ngaycong from "./ngaycong.ts";
import * as thamso from "./thamso.ts";
import * as thanhtien from "./thanhtien.ts";

export interface FunctionEntry {
  readonly call: (...args: any[]) => unknown;
  readonly examples: readonly Example[];
}

export const FUNCTIONS: Readonly<Record<string, FunctionEntry>> = {
  THAMSO: { call: thamso.thamSo, examples: thamso.examples },
  CANCU: { call: cancu.canCu, examples: cancu.examples },
  MUCHOTRO: { call: muchotro.mucHoTro, examples: muchotro.examples },
  NGAYCONG: { call: ngaycong.ngayCong, examples: ngaycong.examples },
  THANHTIEN: { call: thanhtien.thanhTien, examples: thanhtien.examples },
  BANGCHU: { call: bangchu.bangChu, examples: bangchu.examples },
  DIABAN: { call: diaban.diaBan, examples: diaban.examples },
};

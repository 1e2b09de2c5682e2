import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const luongCoSo: Parameter = {
  id: "LUONG-CO-SO",
  label: { vi: "Lương cơ sở", en: "Base salary" },
  unit: "dong",
  values: [
    {
      from: day("2019-07-01"),
      value: 1_490_000,
      cite: { doc: "nd-38-2019" },
      verified: "memory",
    },
    {
      from: day("2023-07-01"),
      value: 1_800_000,
      cite: { doc: "nd-24-2023" },
      verified: "memory",
    },
    {
      from: day("2024-07-01"),
      value: 2_340_000,
      cite: { doc: "nd-73-2024" },
      verified: "secondary",
    },
    {
      from: day("2026-07-01"),
      value: 2_530_000,
      cite: { doc: "nd-161-2026" },
      verified: "secondary",
    },
  ],
};

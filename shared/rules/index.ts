/** Every rule, by id. One file each; a check compares this list with the folder. */
import { kccd001 } from "./kc-cd-001.ts";
import { kccd002 } from "./kc-cd-002.ts";
import { kcda001 } from "./kc-da-001.ts";
import { kcda002 } from "./kc-da-002.ts";
import { kcda003 } from "./kc-da-003.ts";
import { kcda004 } from "./kc-da-004.ts";
import { kcda005 } from "./kc-da-005.ts";
import { kcda006 } from "./kc-da-006.ts";
import { kcda007 } from "./kc-da-007.ts";
import { kcda008 } from "./kc-da-008.ts";
import { kcda009 } from "./kc-da-009.ts";
import { kcda010 } from "./kc-da-010.ts";
import { kcda011 } from "./kc-da-011.ts";
import { kcda012 } from "./kc-da-012.ts";
import { kcda013 } from "./kc-da-013.ts";
import { kcda014 } from "./kc-da-014.ts";
import { kcda015 } from "./kc-da-015.ts";
import { kcda016 } from "./kc-da-016.ts";
import { kcda017 } from "./kc-da-017.ts";
import { kcda018 } from "./kc-da-018.ts";
import { kcda019 } from "./kc-da-019.ts";
import { kcda020 } from "./kc-da-020.ts";
import { kcda021 } from "./kc-da-021.ts";
import { kcda022 } from "./kc-da-022.ts";
import { kcda023 } from "./kc-da-023.ts";
import { kcda024 } from "./kc-da-024.ts";
import { kcda025 } from "./kc-da-025.ts";
import { kcda026 } from "./kc-da-026.ts";
import { kcda027 } from "./kc-da-027.ts";
import { kcda028 } from "./kc-da-028.ts";
import { kcda029 } from "./kc-da-029.ts";
import { kcda030 } from "./kc-da-030.ts";
import { kcda031 } from "./kc-da-031.ts";
import { kcda032 } from "./kc-da-032.ts";
import { kcda033 } from "./kc-da-033.ts";
import { kcda034 } from "./kc-da-034.ts";
import { kcda035 } from "./kc-da-035.ts";
import { kcda036 } from "./kc-da-036.ts";
import { kcda037 } from "./kc-da-037.ts";
import { kcda038 } from "./kc-da-038.ts";
import { kcda039 } from "./kc-da-039.ts";
import { kcdg001 } from "./kc-dg-001.ts";
import { kcdg002 } from "./kc-dg-002.ts";
import { kcdg003 } from "./kc-dg-003.ts";
import { kcdg004 } from "./kc-dg-004.ts";
import { kcdh001 } from "./kc-dh-001.ts";
import { kcdh002 } from "./kc-dh-002.ts";
import { kcdk001 } from "./kc-dk-001.ts";
import { kcdk002 } from "./kc-dk-002.ts";
import { kcdk003 } from "./kc-dk-003.ts";
import { kcdk004 } from "./kc-dk-004.ts";
import { kcdk005 } from "./kc-dk-005.ts";
import { kcdk006 } from "./kc-dk-006.ts";
import { kcdk007 } from "./kc-dk-007.ts";
import { kcdk008 } from "./kc-dk-008.ts";
import { kcdm001 } from "./kc-dm-001.ts";
import { kcdm002 } from "./kc-dm-002.ts";
import { kcdm003 } from "./kc-dm-003.ts";
import { kcdm004 } from "./kc-dm-004.ts";
import { kcdm005 } from "./kc-dm-005.ts";
import { kcdm006 } from "./kc-dm-006.ts";
import { kcdm007 } from "./kc-dm-007.ts";
import { kcdm008 } from "./kc-dm-008.ts";
import { kcdm009 } from "./kc-dm-009.ts";
import { kcdm010 } from "./kc-dm-010.ts";
import { kcdt001 } from "./kc-dt-001.ts";
import { kcdt002 } from "./kc-dt-002.ts";
import { kcdt003 } from "./kc-dt-003.ts";
import { kcdt004 } from "./kc-dt-004.ts";
import { kcdt005 } from "./kc-dt-005.ts";
import { kcdt006 } from "./kc-dt-006.ts";
import { kcdt007 } from "./kc-dt-007.ts";
import { kcdt008 } from "./kc-dt-008.ts";
import { kcdt009 } from "./kc-dt-009.ts";
import { kcdt010 } from "./kc-dt-010.ts";
import { kcdt011 } from "./kc-dt-011.ts";
import { kcdt012 } from "./kc-dt-012.ts";
import { kcdt013 } from "./kc-dt-013.ts";
import { kcdt014 } from "./kc-dt-014.ts";
import { kcdt015 } from "./kc-dt-015.ts";
import { kcdt016 } from "./kc-dt-016.ts";
import { kcdt017 } from "./kc-dt-017.ts";
import { kclh001 } from "./kc-lh-001.ts";
import { kclh002 } from "./kc-lh-002.ts";
import { kclh003 } from "./kc-lh-003.ts";
import { kcmh001 } from "./kc-mh-001.ts";
import { kcmh002 } from "./kc-mh-002.ts";
import { kcmh003 } from "./kc-mh-003.ts";
import { kcmh004 } from "./kc-mh-004.ts";
import { kcmh005 } from "./kc-mh-005.ts";
import { kcmh006 } from "./kc-mh-006.ts";
import { kcmh007 } from "./kc-mh-007.ts";
import { kcmh008 } from "./kc-mh-008.ts";
import { kcmh009 } from "./kc-mh-009.ts";
import { kcmh010 } from "./kc-mh-010.ts";
import { kcmh011 } from "./kc-mh-011.ts";
import { kcnc001 } from "./kc-nc-001.ts";
import { kcnd001 } from "./kc-nd-001.ts";
import { kcnk004 } from "./kc-nk-004.ts";
import { kcnk005 } from "./kc-nk-005.ts";
import { kcnk006 } from "./kc-nk-006.ts";
import { kcnk010 } from "./kc-nk-010.ts";
import { kcnk012 } from "./kc-nk-012.ts";
import { kcnk013 } from "./kc-nk-013.ts";
import { kcnk014 } from "./kc-nk-014.ts";
import { kcnk015 } from "./kc-nk-015.ts";
import { kcnk016 } from "./kc-nk-016.ts";
import { kcnv001 } from "./kc-nv-001.ts";
import { kcnv002 } from "./kc-nv-002.ts";
import { kcnv003 } from "./kc-nv-003.ts";
import { kcnv004 } from "./kc-nv-004.ts";
import { kcnv005 } from "./kc-nv-005.ts";
import { kcnv006 } from "./kc-nv-006.ts";
import { kcnv007 } from "./kc-nv-007.ts";
import { kcnv008 } from "./kc-nv-008.ts";
import { kcso001 } from "./kc-so-001.ts";
import { kcso002 } from "./kc-so-002.ts";
import { kcso003 } from "./kc-so-003.ts";
import { kcso004 } from "./kc-so-004.ts";
import { kcso005 } from "./kc-so-005.ts";
import { kcso006 } from "./kc-so-006.ts";
import { kcso007 } from "./kc-so-007.ts";
import { kcso008 } from "./kc-so-008.ts";
import { kcso009 } from "./kc-so-009.ts";
import { kcso010 } from "./kc-so-010.ts";
import { kcso011 } from "./kc-so-011.ts";
import { kcso012 } from "./kc-so-012.ts";
import { kcso013 } from "./kc-so-013.ts";
import { kcso014 } from "./kc-so-014.ts";
import { kcso015 } from "./kc-so-015.ts";
import { kcso016 } from "./kc-so-016.ts";
import { kcso017 } from "./kc-so-017.ts";
import { kcso018 } from "./kc-so-018.ts";
import { kcso019 } from "./kc-so-019.ts";
import { kcso020 } from "./kc-so-020.ts";
import { kcso021 } from "./kc-so-021.ts";
import { kcsp001 } from "./kc-sp-001.ts";
import { kcsp002 } from "./kc-sp-002.ts";
import { kcsp003 } from "./kc-sp-003.ts";
import { kcsp004 } from "./kc-sp-004.ts";
import { kcsp005 } from "./kc-sp-005.ts";
import { kcsp006 } from "./kc-sp-006.ts";
import { kcsp007 } from "./kc-sp-007.ts";
import { kcsp008 } from "./kc-sp-008.ts";
import { kcsp009 } from "./kc-sp-009.ts";
import { kcsp010 } from "./kc-sp-010.ts";
import { kcsp011 } from "./kc-sp-011.ts";
import { kcsp012 } from "./kc-sp-012.ts";
import { kcsp013 } from "./kc-sp-013.ts";
import { kcsp014 } from "./kc-sp-014.ts";
import { kcsp015 } from "./kc-sp-015.ts";
import { kcsp016 } from "./kc-sp-016.ts";
import { kcsp017 } from "./kc-sp-017.ts";
import { kctd001 } from "./kc-td-001.ts";
import { kctd002 } from "./kc-td-002.ts";
import { kctd003 } from "./kc-td-003.ts";
import { kctd004 } from "./kc-td-004.ts";
import { kctd005 } from "./kc-td-005.ts";
import { kctd006 } from "./kc-td-006.ts";
import { kctd007 } from "./kc-td-007.ts";
import { kctd008 } from "./kc-td-008.ts";
import { kctd009 } from "./kc-td-009.ts";
import { kctd010 } from "./kc-td-010.ts";
import { kctd011 } from "./kc-td-011.ts";
import { kctd012 } from "./kc-td-012.ts";
import { kctd013 } from "./kc-td-013.ts";
import { kctd014 } from "./kc-td-014.ts";
import { kctd015 } from "./kc-td-015.ts";
import { kctd016 } from "./kc-td-016.ts";
import { kctd017 } from "./kc-td-017.ts";
import { kcti001 } from "./kc-ti-001.ts";
import { kcti002 } from "./kc-ti-002.ts";
import { kcti003 } from "./kc-ti-003.ts";
import { kcti004 } from "./kc-ti-004.ts";
import { kcti005 } from "./kc-ti-005.ts";
import { kcti006 } from "./kc-ti-006.ts";
import { kcti007 } from "./kc-ti-007.ts";
import { kcti008 } from "./kc-ti-008.ts";
import { kcti009 } from "./kc-ti-009.ts";
import { kctt001 } from "./kc-tt-001.ts";
import type { Rule } from "./types.ts";

export const RULES: readonly Rule[] = [
  kccd001,
  kccd002,
  kcda001,
  kcda002,
  kcda003,
  kcda004,
  kcda005,
  kcda006,
  kcda007,
  kcda008,
  kcda009,
  kcda010,
  kcda011,
  kcda012,
  kcda013,
  kcda014,
  kcda015,
  kcda016,
  kcda017,
  kcda018,
  kcda019,
  kcda020,
  kcda021,
  kcda022,
  kcda023,
  kcda024,
  kcda025,
  kcda026,
  kcda027,
  kcda028,
  kcda029,
  kcda030,
  kcda031,
  kcda032,
  kcda033,
  kcda034,
  kcda035,
  kcda036,
  kcda037,
  kcda038,
  kcda039,
  kcdg001,
  kcdg002,
  kcdg003,
  kcdg004,
  kcdh001,
  kcdh002,
  kcdk001,
  kcdk002,
  kcdk003,
  kcdk004,
  kcdk005,
  kcdk006,
  kcdk007,
  kcdk008,
  kcdm001,
  kcdm002,
  kcdm003,
  kcdm004,
  kcdm005,
  kcdm006,
  kcdm007,
  kcdm008,
  kcdm009,
  kcdm010,
  kcdt001,
  kcdt002,
  kcdt003,
  kcdt004,
  kcdt005,
  kcdt006,
  kcdt007,
  kcdt008,
  kcdt009,
  kcdt010,
  kcdt011,
  kcdt012,
  kcdt013,
  kcdt014,
  kcdt015,
  kcdt016,
  kcdt017,
  kclh001,
  kclh002,
  kclh003,
  kcmh001,
  kcmh002,
  kcmh003,
  kcmh004,
  kcmh005,
  kcmh006,
  kcmh007,
  kcmh008,
  kcmh009,
  kcmh010,
  kcmh011,
  kcnc001,
  kcnd001,
  kcnk004,
  kcnk005,
  kcnk006,
  kcnk010,
  kcnk012,
  kcnk013,
  kcnk014,
  kcnk015,
  kcnk016,
  kcnv001,
  kcnv002,
  kcnv003,
  kcnv004,
  kcnv005,
  kcnv006,
  kcnv007,
  kcnv008,
  kcso001,
  kcso002,
  kcso003,
  kcso004,
  kcso005,
  kcso006,
  kcso007,
  kcso008,
  kcso009,
  kcso010,
  kcso011,
  kcso012,
  kcso013,
  kcso014,
  kcso015,
  kcso016,
  kcso017,
  kcso018,
  kcso019,
  kcso020,
  kcso021,
  kcsp001,
  kcsp002,
  kcsp003,
  kcsp004,
  kcsp005,
  kcsp006,
  kcsp007,
  kcsp008,
  kcsp009,
  kcsp010,
  kcsp011,
  kcsp012,
  kcsp013,
  kcsp014,
  kcsp015,
  kcsp016,
  kcsp017,
  kctd001,
  kctd002,
  kctd003,
  kctd004,
  kctd005,
  kctd006,
  kctd007,
  kctd008,
  kctd009,
  kctd010,
  kctd011,
  kctd012,
  kctd013,
  kctd014,
  kctd015,
  kctd016,
  kctd017,
  kcti001,
  kcti002,
  kcti003,
  kcti004,
  kcti005,
  kcti006,
  kcti007,
  kcti008,
  kcti009,
  kctt001,
];

/** The explanation of a draft norm book, .docx, from its template. */
import type { ProposalService } from "../../shared/contract/norm-proposal.ts";
import { formatDate, type IsoDate } from "../../shared/kernel/date.ts";
import { formatDong } from "../../shared/kernel/money.ts";
import type { LegalDocument } from "../../shared/law/types.ts";
import { said, type PaperData } from "./data.ts";
import { EVIDENCE_PAPER } from "./evidence-fields.ts";
import {
  LEFT_OUT,
  PART_NAME,
  causeWords,
  differenceWords,
  intervalWords,
  namesIn,
  show,
  type EvidenceInput,
} from "./evidence-words.ts";
import { TEMPLATES } from "./generated/templates.ts";
import { legalBases, longDate } from "./legal-bases.ts";
import { describeOrderer, signingPlace } from "./orderer.ts";
import { fillTemplate } from "./template.ts";

/** The frame of norms of this ministry. */
const NORM_FRAME = "Thông tư số 47/2018/TT-BCT";
const NONE = "không có";

function componentRows({ components }: ProposalService): PaperData[] {
  const proposed = components
    .filter(({ leftOut }) => leftOut === null)
    .flatMap(({ type, resource, unit, parts }) =>
      parts.flatMap(({ part, summary, proposed: value }) =>
        value === null || !summary.enough ? [] : [{ type, resource, unit, part, summary, value }],
      ),
    );
  return proposed.map(({ type, resource, unit, part, summary, value }, at) =>
    said(
      ["tt", String(at + 1)],
      ["loai", type],
      ["tenHaoPhi", `${resource}${PART_NAME[part]}`],
      ["dvt", unit],
      ["soLieu", `${summary.provinces} (${summary.n})`],
      ["trungVi", `${show(summary.median)} (${show(summary.mad)})`],
      ["khoang", intervalWords(summary)],
      ["deXuat", show(value)],
    ),
  );
}

const money = (dong: number | null) => (dong === null ? "chưa tính được" : formatDong(dong));

function effectRows(service: ProposalService, names: ReadonlyMap<string, string>): PaperData[] {
  return service.effects
    .map((effect) => ({ effect, name: names.get(effect.provinceCode) ?? "" }))
    .sort((a, b) => a.name.localeCompare(b.name, "vi", { numeric: true }))
    .map(({ effect, name }) =>
      said(
        ["tinh", name],
        ["hienNay", money(effect.beforeDong)],
        ["deXuatGia", money(effect.afterDong)],
        ["chenh", effect.why ?? differenceWords(effect.differenceDong, effect.differenceHundredths)],
      ),
    );
}

function farWords(service: ProposalService, names: ReadonlyMap<string, string>): string[] {
  return service.components.flatMap(({ resource, unit, parts }) =>
    parts.flatMap(({ part, outliers }) =>
      outliers.map((outlier) => {
        const who = names.get(outlier.provinceCode) ?? "";
        const what = `${service.name}, ${resource}${PART_NAME[part]}, ${who}`;
        return `${what}: ${show(outlier.value)} ${unit}; ${causeWords(outlier)}`;
      }),
    ),
  );
}

function leftOutWords({ name, provinces, components }: ProposalService): string[] {
  return components.flatMap(({ resource, provinces: by, leftOut }) =>
    leftOut === null ? [] : [`${name}, ${resource} (${by}/${provinces} tỉnh): ${LEFT_OUT[leftOut]}`],
  );
}

/** An empty list says so. */
const listed = (sentences: readonly string[]): PaperData[] =>
  (sentences.length > 0 ? sentences : [NONE]).map((text) => said(["noiDung", text]));

export function evidenceData(
  input: EvidenceInput,
  annexHash: string,
  documents: readonly LegalDocument[],
): PaperData {
  const { proposal, ministryName, date } = input;
  const ministry = describeOrderer(ministryName);
  const names = new Map(
    proposal.services.map((service) => [service, namesIn(service, input.figures.get(service.key) ?? [])]),
  );
  const each = <T>(rows: (service: ProposalService, names: ReadonlyMap<string, string>) => T[]) =>
    proposal.services.flatMap((service) => rows(service, names.get(service) ?? new Map()));
  const norms = each((service, called) =>
    service.code === null
      ? []
      : [
          said(
            ["ma", service.code],
            ["ten", service.name],
            ["donVi", service.unit],
            ["soTinh", `${service.provinces} tỉnh, ${service.submissions} hồ sơ`],
            ["haoPhi", componentRows(service)],
            ["tacDong", effectRows(service, called)],
          ),
        ],
  );
  return said(
    ["coQuanDong1", ministry.heading[0] ?? ""],
    ["coQuanDong2", ministry.heading[1] ?? ""],
    ["diaDanhNgay", `${signingPlace(ministryName, "")}, ${longDate(date)}`],
    ["tenBo", input.title],
    ["apDungTu", formatDate(proposal.from as IsoDate)],
    ["canCu", legalBases([NORM_FRAME], documents, date).map((text) => said(["vanBan", text]))],
    ["soDichVu", String(proposal.norms)],
    ["soTinhCan", String(proposal.needed)],
    ["dinhMuc", norms],
    ["lech", listed(each(farWords))],
    ["chuaDeXuat", listed(each(leftOutWords))],
    ["tepSoLieu", annexHash],
    ["bamSoLieu", proposal.figuresHash],
  );
}

export function evidencePaper(
  input: EvidenceInput,
  annexHash: string,
  documents: readonly LegalDocument[],
): Promise<Uint8Array<ArrayBuffer>> {
  const template = Uint8Array.from(atob(TEMPLATES[EVIDENCE_PAPER]), (char) => char.charCodeAt(0));
  return fillTemplate(template, evidenceData(input, annexHash, documents));
}

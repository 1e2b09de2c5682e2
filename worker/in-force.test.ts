/** Every route that judges, prices or cites takes what was published, and takes it from its day only. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Book } from "../shared/contract/book.ts";
import type { ServiceCatalogue, SubmissionReadiness } from "../shared/contract/catalogue.ts";
import type { AutonomyOutlook, RecordAnswer } from "../shared/contract/execution.ts";
import type { RuleBook } from "../shared/contract/rules.ts";
import type { Receipt } from "../shared/contract/submission.ts";
import { mustOk } from "../shared/kernel/result.ts";
import { decodeText } from "../shared/workbook/xlsx/bytes.ts";
import { openZip, readPart } from "../shared/workbook/xlsx/zip.ts";
import {
  call,
  callJson,
  goodWorkbook,
  problemOf,
  publish,
  record,
  seedAll,
  send,
  submissionIn,
  tokenOf,
} from "./test-kit.ts";

beforeAll(seedAll);

/** Made up for the test, and said so: never law. */
const NOTE = "số thử của kiểm thử, không phải quy định";
const value = (parameter: string, from: string, figure: number, doc: string) => ({
  parameter,
  from,
  value: figure,
  cite: { doc, article: "6", clause: "2", note: NOTE },
  verified: "memory",
});
const setting = (rule: string, mode: string, from: string) => ({ rule, mode, from, reason: NOTE });

/** Publishes, looks, and takes it back, so that no test sees another's. */
async function during<T>(kind: Parameters<typeof publish>[0], content: unknown, look: () => Promise<T>) {
  const { id } = await publish(kind, content);
  try {
    return await look();
  } finally {
    await publish("withdrawal", { of: id });
  }
}

describe("a document's last day", () => {
  const ends = async () => {
    const { law } = await callJson<Book>("/api/v1/book");
    const known = law.documents.find(({ id }) => id === "nd-32-2019");
    return { ...known, ended: "2098-12-31" };
  };

  test("catalogue: the route of the money is no longer known from the day after", async () => {
    const routeOn = async (date: string) =>
      (
        await callJson<ServiceCatalogue>(`/api/v1/catalogue?date=${date}`, {
          token: await tokenOf("soan-22"),
        })
      ).services[0]?.readiness.route;
    expect(await routeOn("2099-01-01")).toBe("assign");
    await during("document", await ends(), async () => {
      expect(await routeOn("2098-12-31")).toBe("assign");
      expect(await routeOn("2099-01-01")).toBe("unknown");
    });
    expect(await routeOn("2099-01-01")).toBe("assign");
  });

  test("readiness of a submission's lines: the same", async () => {
    const { id } = await submissionIn("accepted");
    const token = await tokenOf("duyet-22");
    const routeOn = async (date: string) =>
      (
        await callJson<SubmissionReadiness>(`/api/v1/submissions/${id}/order-readiness?date=${date}`, {
          token,
        })
      ).lines[0]?.readiness.route;
    await during("document", await ends(), async () => {
      expect(await routeOn("2098-12-31")).toBe("assign");
      expect(await routeOn("2099-01-01")).toBe("unknown");
    });
  });
});

test("papers of an order: the ceiling in force on the plan's as-of date, 15/01/2019", async () => {
  const { id } = await submissionIn("ordered");
  const token = await tokenOf("duyet-22");
  const paper = async () => {
    const answer = await call(`/api/v1/submissions/${id}/papers/quyet-dinh.docx`, { token });
    const zip = mustOk(openZip(new Uint8Array(await answer.arrayBuffer())));
    return decodeText(mustOk(readPart(zip, "word/document.xml")) ?? new Uint8Array());
  };
  const plain = await paper();
  const doc = "tt-28-2018-btc";
  await during("law-value", value("MAY-MOC.TRAN", "2019-01-16", 250_000_000, doc), async () => {
    expect(await paper()).toBe(plain);
  });
  await during("law-value", value("MAY-MOC.TRAN", "2019-01-15", 250_000_000, doc), async () => {
    const text = await paper();
    expect(text).not.toBe(plain);
    expect(text).toContain(NOTE);
  });
});

test("records of the work: the rate of an advance on the day of the record", async () => {
  const { id } = await submissionIn("in_progress");
  const warned = async (on: string) =>
    (
      (await (
        await record(id, "duyet-22", "advance", 0, { amountDong: 160_000_000, on, dryRun: true })
      ).json()) as RecordAnswer
    ).findings.map(({ rule }) => rule);
  expect(await warned("2019-09-01")).toContain("KC-TH-001");
  const rate = value("TAM-UNG-LAN-1.CHUNG", "2019-09-01", 90, "tt-36-2013-bct");
  await during("law-value", rate, async () => {
    expect(await warned("2019-08-31")).toContain("KC-TH-001");
    expect(await warned("2019-09-01")).not.toContain("KC-TH-001");
  });
});

test("autonomy: the limits of the groups on the last day of a past year", async () => {
  const token = await tokenOf("soan-22");
  const estimate = {
    year: 2025,
    spendingDong: 1_000_000_000_000,
    others: [{ code: "11.2.a", dong: 750_000_000_000 }],
    oneMore: null,
    investment: null,
    note: NOTE,
  };
  await callJson("/api/v1/autonomy", { token, body: estimate });
  const group = async () => {
    const { outlook } = await callJson<AutonomyOutlook>("/api/v1/autonomy?year=2025", { token });
    return [outlook?.now.group, outlook?.now.groupLabel];
  };
  const before = await group();
  expect(before[0]).toBe("3a");
  await during("law-value", value("TU-CHU.NHOM-3A", "2026-01-01", 80, "nd-60-2021"), async () => {
    expect(await group()).toEqual(before);
  });
  await during("law-value", value("TU-CHU.NHOM-3A", "2025-12-31", 80, "nd-60-2021"), async () => {
    expect(await group()).toEqual(["3b", "Nhóm 3: tự bảo đảm từ 30 % đến dưới 80 % chi thường xuyên"]);
  });
});

describe("states of rules", () => {
  const tooMuch = () => {
    const workbook = goodWorkbook("Quảng Ninh");
    const sheets = workbook.sheets.map((sheet) =>
      sheet.name === "KC_DeAn" ? { ...sheet, cells: { ...sheet.cells, C5: { value: "" } } } : sheet,
    );
    return { workbook: { ...workbook, sheets } };
  };

  test("receiving: a rule on trial lets the workbook through and the receipt names the rules it was judged with", async () => {
    const token = await tokenOf("soan-22");
    const refused = await problemOf(await send(token, tooMuch()));
    expect(refused.code).toBe("findings");
    const rule = refused.findings?.find(({ severity }) => severity === "error")?.rule ?? "";
    expect(refused.findings?.filter(({ severity }) => severity === "error").map((f) => f.rule)).toEqual([
      rule,
    ]);
    await during("rule-setting", setting(rule, "trial", "2019-01-16"), async () => {
      expect((await problemOf(await send(token, tooMuch()))).code).toBe("findings");
    });
    await during("rule-setting", setting(rule, "trial", "2019-01-15"), async () => {
      const answer = await send(token, tooMuch());
      expect(answer.status).toBe(201);
      const receipt = (await answer.json()) as Receipt;
      const found = receipt.findings.find((finding) => finding.rule === rule);
      expect(found).toMatchObject({ severity: "warning", trial: true });
      const rules = await callJson<RuleBook>("/api/v1/rules?date=2019-01-15");
      expect(receipt.versions.rules).toBe(rules.version);
      expect(receipt.judgedWith?.rules.version).toBe(rules.version);
      expect(rules.rules.find((one) => one.id === rule)).toMatchObject({ mode: "trial" });
      const earlier = await callJson<RuleBook>("/api/v1/rules?date=2019-01-14");
      expect(earlier.rules.find((one) => one.id === rule)).toMatchObject({ mode: "live" });
    });
    expect((await problemOf(await send(token, tooMuch()))).code).toBe("findings");
  });
});

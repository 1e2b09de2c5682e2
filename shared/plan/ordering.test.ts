import { describe, expect, it } from "vitest";
import { day } from "../kernel/date.ts";
import { dong } from "../kernel/money.ts";
import { quantity } from "../kernel/quantity.ts";
import { builtinLawBook } from "../law/book.ts";
import { checkPrice, orderReadiness, routeEffect, stateOfFact, type CatalogueFact } from "./ordering.ts";

const law = builtinLawBook();

function fact(change: Partial<CatalogueFact>): CatalogueFact {
  return {
    id: "a",
    service: "MAY-MOC",
    fact: "list",
    level: "ministry",
    provinceCode: null,
    issuer: "Cơ quan thử",
    document: "Quyết định thử",
    issuedOn: null,
    from: day("2024-01-01"),
    to: null,
    priceDong: null,
    unit: null,
    verified: "text",
    note: "",
    ...change,
  };
}

const LIST = fact({});
const NORM = fact({ fact: "norm" });
const PRICE = fact({ fact: "price", priceDong: dong(150_000_000), unit: "cơ sở" });
const ask = (facts: CatalogueFact[], date = "2025-03-01", service: string | null = "MAY-MOC") =>
  orderReadiness(law, facts, { service, provinceCode: "22", date: day(date) });

describe("the route of the money", () => {
  it("is an order when the service is listed and priced", () => {
    const answer = ask([LIST, NORM, PRICE]);
    expect(answer).toMatchObject({ route: "order", sure: true });
    expect(answer.reasons).toHaveLength(1);
    expect(answer.reasons[0]?.basis).toContain("Khoản 2 Điều 5 Thông tư 17/2024/TT-BTC");
    expect(answer.reasons[0]?.verified).toBe("text");
    expect(ask([LIST, PRICE]).reasons[1]?.text).toContain("Chưa thấy định mức");
  });

  it("is an assignment when neither norm nor price exist, which nobody here has read in the decree", () => {
    const answer = ask([LIST]);
    expect(answer).toMatchObject({ route: "assign", sure: false });
    expect(answer.reasons.map(({ basis }) => basis).join()).toContain("Điều 9 Nghị định 32/2019/NĐ-CP");
    expect(answer.reasons.at(-1)?.verified).toBe("secondary");
  });

  it("is none when a norm waits for its price, and none outside every list", () => {
    expect(ask([LIST, NORM]).route).toBe("neither");
    expect(ask([NORM, PRICE]).route).toBe("neither");
    expect(ask([]).route).toBe("neither");
  });

  it("cannot be told for a đề án without a kind", () => {
    expect(ask([LIST, PRICE], "2025-03-01", null).route).toBe("unknown");
  });
});

describe("dates, both sides", () => {
  const old = [LIST, NORM, PRICE].map((one) => ({ ...one, from: day("2017-01-01") }));

  it("NĐ 32/2019 from 01/06/2019", () => {
    expect(ask(old, "2019-05-31").route).toBe("unknown");
    expect(ask(old, "2019-06-01").route).toBe("order");
  });

  it("the Treasury's check from 01/05/2024; before it nothing is sure", () => {
    const before = ask(old, "2024-04-30");
    expect(before).toMatchObject({ route: "order", sure: false });
    expect(before.reasons[0]?.basis).toContain("32/2019");
    const after = ask(old, "2024-05-01");
    expect(after).toMatchObject({ route: "order", sure: true });
    expect(after.reasons[0]?.basis).toContain("17/2024");
  });

  it("a price counts from its first to its last day", () => {
    const price = { ...PRICE, from: day("2024-07-01"), to: day("2024-12-31") };
    const routes = ["2024-06-30", "2024-07-01", "2024-12-31", "2025-01-01"].map(
      (date) => ask([LIST, price], date).route,
    );
    expect(routes).toEqual(["assign", "order", "order", "assign"]);
  });

  it("autonomy: the original wording until NĐ 111/2025", () => {
    expect(routeEffect(law, "order", day("2025-06-30"))).toMatchObject({ countsInA: true, verified: "text" });
    expect(routeEffect(law, "order", day("2025-07-01")).verified).toBe("memory");
    expect(routeEffect(law, "assign", day("2025-06-30"))).toMatchObject({
      point: "11.1.c",
      countsInA: false,
    });
    expect(routeEffect(law, "neither", day("2025-06-30")).point).toBeNull();
    expect(routeEffect(law, "order", day("2021-08-14")).verified).toBe("memory");
    expect(routeEffect(law, "order", day("2021-08-15")).verified).toBe("text");
  });
});

describe("what is published", () => {
  it("proves nothing from a second-hand source or without its first day", () => {
    const doubtful = [fact({ verified: "secondary" }), fact({ from: null, issuedOn: day("2023-09-05") })];
    for (const one of doubtful) {
      const answer = ask([one, PRICE]);
      expect(answer.facts.list.status).toBe("unchecked");
      expect(answer).toMatchObject({ route: "order", sure: false });
      expect(answer.reasons.at(-1)?.text).toContain("phải đối chiếu");
    }
    expect(ask([fact({ from: null, issuedOn: day("2025-03-02") })]).facts.list.status).toBe("missing");
  });

  it("holds for its own province and its own service; the surer one is taken", () => {
    const other = fact({ fact: "price", level: "province", provinceCode: "66" });
    expect(ask([LIST, other]).route).toBe("assign");
    expect(ask([LIST, { ...other, provinceCode: "22" }]).route).toBe("order");
    expect(ask([fact({ service: "*" })]).facts.list.status).toBe("issued");
    expect(ask([fact({ service: "TU-VAN" })]).facts.list.status).toBe("missing");
    const question = { service: "MAY-MOC", provinceCode: "22", date: day("2025-03-01") };
    const both = [fact({ id: "general", service: "*", verified: "memory" }), fact({ id: "own" })];
    for (const facts of [both, both.toReversed()])
      expect(stateOfFact(facts, "list", question).fact?.id).toBe("own");
  });
});

describe("the issued price against the line", () => {
  it("says by how much they differ", () => {
    const ready = ask([LIST, PRICE]);
    expect(checkPrice(ready, quantity(2), dong(300_000_000))).toEqual({
      expectedDong: 300_000_000,
      differenceDong: 0,
    });
    expect(checkPrice(ready, quantity(2), dong(310_000_000))?.differenceDong).toBe(10_000_000);
    expect(checkPrice(ready, null, dong(1))).toBeNull();
    expect(checkPrice(ready, quantity(1e12), dong(1))).toBeNull();
    expect(checkPrice(ask([LIST]), quantity(1), dong(1))).toBeNull();
  });
});

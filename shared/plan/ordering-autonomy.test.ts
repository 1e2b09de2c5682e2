import { expect, it } from "vitest";
import { dong } from "../kernel/money.ts";
import { mustOk } from "../kernel/result.ts";
import { bookOutlook, type OrderBook } from "./ordering-autonomy.ts";

const BOOK: OrderBook = {
  orderedDong: dong(600),
  assignedDong: dong(200),
  others: [{ code: "11.2.a", dong: dong(100) }],
  spendingDong: dong(1000),
};

it("counts ordered money only, and says what the assigned money would be worth as orders", () => {
  const outlook = mustOk(bookOutlook(BOOK, null));
  expect(outlook).toMatchObject({ incomeDong: 700, missingDong: 300, oneMore: null });
  expect(outlook.autonomy).toMatchObject({ percentText: "70", group: "3a" });
  expect(outlook.ifOrdered).toMatchObject({ percentText: "90", group: "3a" });
});

it("one more order raises both sides; the margin says how many reach 100 %", () => {
  const more = mustOk(bookOutlook(BOOK, { priceDong: dong(150), costDong: dong(50) })).oneMore;
  expect(more).toMatchObject({ marginDong: 100, ordersNeeded: 3 });
  expect(more?.autonomy.percentText).toBe("80.95");
  const three = { ...BOOK, orderedDong: dong(600 + 450), spendingDong: dong(1000 + 150) };
  expect(mustOk(bookOutlook(three, null))).toMatchObject({ missingDong: 0, autonomy: { group: "2" } });
});

it("an order that costs what it brings never reaches it, and nothing is needed once there", () => {
  expect(
    mustOk(bookOutlook(BOOK, { priceDong: dong(50), costDong: dong(50) })).oneMore?.ordersNeeded,
  ).toBeNull();
  const covered = { ...BOOK, orderedDong: dong(900) };
  expect(mustOk(bookOutlook(covered, { priceDong: dong(1), costDong: dong(5) })).oneMore?.ordersNeeded).toBe(
    0,
  );
  expect(bookOutlook({ ...BOOK, spendingDong: dong(0) }, null).ok).toBe(false);
});

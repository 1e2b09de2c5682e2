/**
 * The centre's side of an order book: its degree of autonomy with it, how far it is from covering itself wholly, and
 * what one more order changes (NĐ 60/2021/NĐ-CP Đ.9–11). Only ordered money counts in A; assigned money does not.
 */
import { addDong, dong, subtractDong, type Dong } from "../kernel/money.ts";
import { ok, type Result } from "../kernel/result.ts";
import {
  computeAutonomy,
  computeIncome,
  incomeStillNeeded,
  type Autonomy,
  type AutonomyInput,
  type GroupLimits,
  type Income,
} from "../norms/autonomy.ts";

export interface OrderBook {
  /** Money of đề án that can be ordered, and of those that can only be assigned. */
  readonly orderedDong: Dong;
  readonly assignedDong: Dong;
  /** Further sources by point of Đ.11. */
  readonly others: readonly Income[];
  /** B, with the work of the order book. */
  readonly spendingDong: Dong;
  readonly investment?: { readonly ownDong: Dong; readonly depreciationDong: Dong };
  /** Where the groups begin; by the original wording when left out. */
  readonly limits?: GroupLimits;
}

export interface OneMore {
  readonly priceDong: Dong;
  /** What doing it adds to B. */
  readonly costDong: Dong;
}

export interface BookOutlook {
  readonly incomeDong: Dong;
  readonly autonomy: Autonomy;
  /** Income that counts in A still missing to 100 %. */
  readonly missingDong: Dong;
  /** Were the assigned money ordered instead. */
  readonly ifOrdered: Autonomy;
  readonly oneMore: {
    readonly autonomy: Autonomy;
    /** Price − cost of one order: what it leaves towards 100 %. */
    readonly marginDong: Dong;
    /** Such orders needed to reach 100 %; null when none of them would bring it nearer. */
    readonly ordersNeeded: number | null;
  } | null;
}

function inputOf(book: OrderBook, incomeDong: Dong, spendingDong = book.spendingDong): AutonomyInput {
  const { investment, limits } = book;
  return {
    incomeDong,
    spendingDong,
    ...(investment === undefined ? {} : { investment }),
    ...(limits === undefined ? {} : { limits }),
  };
}

function incomeOf(book: OrderBook, orderedDong: Dong, assignedDong: Dong): Result<Dong> {
  const income = computeIncome([
    { code: "11.1.a", dong: orderedDong },
    { code: "11.1.c", dong: assignedDong },
    ...book.others,
  ]);
  return income.ok ? ok(income.value.totalDong) : income;
}

/** Errors: as computeIncome and computeAutonomy. */
export function bookOutlook(book: OrderBook, oneMore: OneMore | null): Result<BookOutlook> {
  const income = incomeOf(book, book.orderedDong, book.assignedDong);
  if (!income.ok) return income;
  const autonomy = computeAutonomy(inputOf(book, income.value));
  if (!autonomy.ok) return autonomy;
  const moved = incomeOf(book, addDong(book.orderedDong, book.assignedDong), dong(0));
  if (!moved.ok) return moved;
  const ifOrdered = computeAutonomy(inputOf(book, moved.value));
  if (!ifOrdered.ok) return ifOrdered;
  const missingDong = incomeStillNeeded(inputOf(book, income.value));
  const outlook = {
    incomeDong: income.value,
    autonomy: autonomy.value,
    missingDong,
    ifOrdered: ifOrdered.value,
  };
  if (oneMore === null) return ok({ ...outlook, oneMore: null });
  const marginDong = subtractDong(oneMore.priceDong, oneMore.costDong);
  const after = computeAutonomy(
    inputOf(book, addDong(income.value, oneMore.priceDong), addDong(book.spendingDong, oneMore.costDong)),
  );
  if (!after.ok) return after;
  const ordersNeeded = missingDong === 0 ? 0 : marginDong > 0 ? Math.ceil(missingDong / marginDong) : null;
  return ok({ ...outlook, oneMore: { autonomy: after.value, marginDong, ordersNeeded } });
}

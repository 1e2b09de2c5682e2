import type { Person } from "../../shared/contract/session.ts";
import type { IsoDate } from "../../shared/kernel/date.ts";
import type { Dong } from "../../shared/kernel/money.ts";
import type { OrderedLine } from "../../shared/plan/execution.ts";
import type { State } from "../../shared/plan/states.ts";
import type { Database } from "./database.ts";
import { visibleTo } from "./submissions.ts";

export interface StoredOrderLine extends OrderedLine {
  readonly trade: string;
  readonly beneficiary: string;
  /** A plain decimal, or null. */
  readonly count: string | null;
  readonly start: IsoDate | null;
  readonly totalDong: Dong;
  readonly counterpartDong: Dong;
  readonly otherDong: Dong;
  readonly result: string;
}

/** All lines of an order in one statement; written once, later writers change nothing. */
export function addOrderLines(
  db: Database,
  orderId: string,
  lines: readonly StoredOrderLine[],
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO order_lines (order_id, position, code, name, content, kind, fund, place, trade, beneficiary, grouped, count,
        starts_on, ends_on, total_dong, support_dong, counterpart_dong, other_dong, result)
       SELECT ?1, key, value ->> 'code', value ->> 'name', value ->> 'content', value ->> 'kind', value ->> 'fund',
        value ->> 'place', value ->> 'trade', value ->> 'beneficiary', value ->> 'grouped', value ->> 'count', value ->> 'start',
        value ->> 'end', value ->> 'totalDong', value ->> 'supportDong', value ->> 'counterpartDong', value ->> 'otherDong',
        value ->> 'result'
       FROM json_each(?2) WHERE true ON CONFLICT DO NOTHING`,
    )
    .bind(orderId, JSON.stringify(lines));
}

const COLUMNS = `l.code, l.name, l.content, l.kind, l.fund, l.place, l.trade, l.beneficiary, l.grouped, l.count,
  l.starts_on AS start, l.ends_on AS "end", l.total_dong AS totalDong, l.support_dong AS supportDong,
  l.counterpart_dong AS counterpartDong, l.other_dong AS otherDong, l.result`;

type Row = Omit<StoredOrderLine, "grouped"> & { readonly grouped: 0 | 1 };

const line = <T extends Row>(row: T) => ({ ...row, grouped: row.grouped === 1 });

/** In the order of the sheet. */
export async function linesOfOrder(db: Database, orderId: string): Promise<StoredOrderLine[]> {
  const { results } = await db
    .prepare(`SELECT ${COLUMNS} FROM order_lines l WHERE l.order_id = ? ORDER BY l.position`)
    .bind(orderId)
    .all<Row>();
  return results.map(line);
}

export interface VisibleOrder {
  readonly orderId: string;
  readonly submissionId: string;
  readonly provinceCode: string;
  readonly provinceName: string;
  readonly year: number;
  readonly state: State;
  readonly scope: "all" | "QG" | "ĐP";
  readonly ordererName: string;
  readonly orderedAt: string;
}

/** Orders of the files this person sees, newest first. */
export async function visibleOrders(
  db: Database,
  viewer: Person,
  filter: { readonly year?: number | undefined; readonly province?: string | undefined },
): Promise<VisibleOrder[]> {
  const visible = visibleTo(viewer);
  const { results } = await db
    .prepare(
      `SELECT o.id AS orderId, s.id AS submissionId, s.province_code AS provinceCode, s.province_name AS provinceName, s.year,
        s.state, o.scope, o.orderer_name AS ordererName, o.ordered_at AS orderedAt
       FROM orders o JOIN submissions s ON s.id = o.submission_id
       WHERE (${visible.sql}) AND (?${visible.values.length + 1} IS NULL OR s.year = ?${visible.values.length + 1})
        AND (?${visible.values.length + 2} IS NULL OR s.province_code = ?${visible.values.length + 2})
       ORDER BY o.id DESC LIMIT 2000`,
    )
    .bind(...visible.values, filter.year ?? null, filter.province ?? null)
    .all<VisibleOrder>();
  return results;
}

export interface ReplicaRow extends StoredOrderLine {
  readonly provinceCode: string;
  readonly provinceName: string;
  readonly year: number;
  readonly submissionId: string;
}

/** Ordered lines with a mark of effect, of every province: what proved its worth is offered to all. */
export async function markedLines(db: Database, kind: string | null, limit: number): Promise<ReplicaRow[]> {
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS}, s.province_code AS provinceCode, s.province_name AS provinceName, s.year, s.id AS submissionId
       FROM order_lines l JOIN orders o ON o.id = l.order_id JOIN submissions s ON s.id = o.submission_id
       WHERE (?1 IS NULL OR l.kind = ?1) AND EXISTS (SELECT 1 FROM execution_records r
        WHERE r.kind = 'effective' AND r.submission_id = s.id AND r.de_an_code = l.code)
       ORDER BY s.year DESC, o.id DESC, l.position LIMIT ?2`,
    )
    .bind(kind, limit)
    .all<Row & Pick<ReplicaRow, "provinceCode" | "provinceName" | "year" | "submissionId">>();
  return results.map(line);
}

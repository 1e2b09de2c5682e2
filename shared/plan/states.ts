/**
 * The life of a submission as data: who may do what from which state. The server enforces it, the pages show it.
 * A transition that is not in the list is refused.
 */

/** Roles come from the membership table, never from a token. */
export const ROLES = ["drafter", "province", "ministry", "steward"] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_LABEL = {
  drafter: { vi: "Người soạn (trung tâm khuyến công)", en: "Drafter (provincial centre)" },
  province: { vi: "Người duyệt cấp tỉnh (Sở Công Thương)", en: "Provincial approver" },
  ministry: { vi: "Người thẩm định (Bộ Công Thương)", en: "Ministry reviewer" },
  steward: { vi: "Quản trị dữ liệu (Bộ Công Thương)", en: "Data steward" },
} as const satisfies Record<Role, { vi: string; en: string }>;

export const STATES = [
  "submitted",
  "province_approved",
  "ministry_review",
  "returned",
  "accepted",
  "ordered",
  "in_progress",
  "accepted_work",
  "settled",
  "withdrawn",
  "rejected",
] as const;
export type State = (typeof STATES)[number];

/** The plan was accepted, whatever came of it since. */
export const ACCEPTED_STATES = [
  "accepted",
  "ordered",
  "in_progress",
  "accepted_work",
  "settled",
] as const satisfies readonly State[];

export function isAccepted(state: State): boolean {
  return ACCEPTED_STATES.some((accepted) => accepted === state);
}

export const STATE_LABEL = {
  submitted: { vi: "Đã gửi, chờ tỉnh duyệt", en: "Submitted, waiting for the province" },
  province_approved: {
    vi: "Tỉnh đã duyệt, chờ Bộ tiếp nhận",
    en: "Approved by the province, waiting for the ministry",
  },
  ministry_review: { vi: "Bộ đang thẩm định", en: "In review at the ministry" },
  returned: { vi: "Trả lại để sửa", en: "Returned for correction" },
  accepted: { vi: "Đã chấp nhận, chờ đặt hàng", en: "Accepted, waiting for the order" },
  ordered: { vi: "Đã đặt hàng", en: "Ordered" },
  in_progress: { vi: "Đang thực hiện", en: "Being carried out" },
  accepted_work: { vi: "Đã nghiệm thu, chờ quyết toán", en: "Work accepted, waiting for settlement" },
  settled: { vi: "Đã quyết toán", en: "Settled" },
  withdrawn: { vi: "Đã rút", en: "Withdrawn" },
  rejected: { vi: "Không chấp nhận", en: "Rejected" },
} as const satisfies Record<State, { vi: string; en: string }>;

/**
 * What a person may do on an existing submission. `resubmit` is a new revision, `order` makes the order decision; from
 * `start` on the records of the ordered đề án decide what is possible (execution.ts).
 */
export const ACTIONS = [
  "forward",
  "receive",
  "return",
  "accept",
  "reject",
  "withdraw",
  "resubmit",
  "order",
  "start",
  "confirm",
  "reopen",
  "settle",
] as const;
export type Action = (typeof ACTIONS)[number];

export interface Transition {
  readonly action: Action;
  readonly from: State;
  readonly to: State;
  readonly roles: readonly Role[];
  readonly label: { readonly vi: string; readonly en: string };
  /** The other side must learn why. */
  readonly commentRequired: boolean;
  /** Four eyes: whoever last took this other step on the file may not take this one. */
  readonly notAfterOwn?: Action;
  /** From here on the ministry sees the file (true) or no longer sees it (false); absent = as before. */
  readonly ministrySees?: boolean;
}

const FORWARD = { vi: "Duyệt, chuyển Bộ Công Thương", en: "Approve and forward to the ministry" };
const RECEIVE = { vi: "Tiếp nhận thẩm định", en: "Take into review" };
const RETURN = { vi: "Trả lại để sửa", en: "Return for correction" };
const ACCEPT = { vi: "Chấp nhận", en: "Accept" };
const REJECT = { vi: "Không chấp nhận", en: "Reject" };
const WITHDRAW = { vi: "Rút hồ sơ", en: "Withdraw" };
const RESUBMIT = { vi: "Gửi bản sửa", en: "Send a corrected version" };
const START = { vi: "Bắt đầu thực hiện", en: "Start the work" };
const CONFIRM = { vi: "Xác nhận đã nghiệm thu xong", en: "Confirm that all work is accepted" };
const REOPEN = { vi: "Mở lại để sửa nghiệm thu", en: "Reopen to correct the acceptance" };
const SETTLE = { vi: "Xác nhận đã quyết toán xong", en: "Confirm that all is settled" };
const ORDER = { vi: "Lập quyết định đặt hàng", en: "Make the order decision" };

export const TRANSITIONS: readonly Transition[] = [
  {
    action: "forward",
    from: "submitted",
    to: "province_approved",
    roles: ["province"],
    label: FORWARD,
    commentRequired: false,
    ministrySees: true,
  },
  {
    action: "return",
    from: "submitted",
    to: "returned",
    roles: ["province"],
    label: RETURN,
    commentRequired: true,
  },
  {
    action: "reject",
    from: "submitted",
    to: "rejected",
    roles: ["province"],
    label: REJECT,
    commentRequired: true,
  },
  {
    action: "withdraw",
    from: "submitted",
    to: "withdrawn",
    roles: ["drafter"],
    label: WITHDRAW,
    commentRequired: true,
  },
  {
    action: "receive",
    from: "province_approved",
    to: "ministry_review",
    roles: ["ministry"],
    label: RECEIVE,
    commentRequired: false,
  },
  {
    action: "return",
    from: "ministry_review",
    to: "returned",
    roles: ["ministry"],
    label: RETURN,
    commentRequired: true,
  },
  {
    action: "accept",
    from: "ministry_review",
    to: "accepted",
    roles: ["ministry"],
    label: ACCEPT,
    commentRequired: false,
    notAfterOwn: "receive",
  },
  {
    action: "reject",
    from: "ministry_review",
    to: "rejected",
    roles: ["ministry"],
    label: REJECT,
    commentRequired: true,
  },
  {
    action: "order",
    from: "accepted",
    to: "ordered",
    roles: ["ministry", "province"],
    label: ORDER,
    commentRequired: false,
  },
  {
    action: "start",
    from: "ordered",
    to: "in_progress",
    roles: ["drafter", "province"],
    label: START,
    commentRequired: false,
  },
  {
    action: "confirm",
    from: "in_progress",
    to: "accepted_work",
    roles: ["province", "ministry"],
    label: CONFIRM,
    commentRequired: false,
  },
  {
    action: "reopen",
    from: "accepted_work",
    to: "in_progress",
    roles: ["province", "ministry"],
    label: REOPEN,
    commentRequired: true,
  },
  {
    action: "settle",
    from: "accepted_work",
    to: "settled",
    roles: ["province", "ministry"],
    label: SETTLE,
    commentRequired: false,
  },
  {
    action: "resubmit",
    from: "returned",
    to: "submitted",
    roles: ["drafter"],
    label: RESUBMIT,
    commentRequired: false,
    ministrySees: false,
  },
  {
    action: "resubmit",
    from: "withdrawn",
    to: "submitted",
    roles: ["drafter"],
    label: RESUBMIT,
    commentRequired: false,
    ministrySees: false,
  },
];

/** The transition for an action from a state, whoever asks; null when the state does not allow it. */
export function findTransition(action: Action, from: State): Transition | null {
  return TRANSITIONS.find((t) => t.action === action && t.from === from) ?? null;
}

/** True when four eyes are asked for and the other two are missing. `events`: of the file, oldest first. */
export function needsOtherPerson(
  transition: Pick<Transition, "notAfterOwn">,
  personId: string,
  events: readonly { readonly action: string; readonly personId: string }[],
): boolean {
  const { notAfterOwn } = transition;
  if (notAfterOwn === undefined) return false;
  return events.filter(({ action }) => action === notAfterOwn).at(-1)?.personId === personId;
}

/** What this role may do now. */
export function transitionsFor(role: Role, from: State): readonly Transition[] {
  return TRANSITIONS.filter((t) => t.from === from && t.roles.includes(role));
}

/** The steps after the order: they have their own route, because the records of the đề án must allow them. */
export const EXECUTION_ACTIONS = [
  "start",
  "confirm",
  "reopen",
  "settle",
] as const satisfies readonly Action[];
export type ExecutionAction = (typeof EXECUTION_ACTIONS)[number];

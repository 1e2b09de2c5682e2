/** A comment on one cell, as it goes into an action. */
export interface LineComment {
  readonly sheet: string;
  readonly cell: string;
  readonly text: string;
}

/** What the dialog asks for before an action. */
export interface Decision {
  readonly comment: string;
  readonly scope: "all" | "QG" | "ĐP";
  readonly ordererName: string;
}

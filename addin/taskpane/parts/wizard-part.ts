/** What the wizard hands to the steps it draws. */
import type { IsoDate } from "../../../shared/kernel/date.ts";
import type { Evaluation, WizardState } from "../model/wizard.ts";

export interface WizardPart {
  readonly state: WizardState;
  readonly evaluation: Evaluation;
  readonly asOf: IsoDate | null;
  /** Codes of the other đề án of the workbook. */
  readonly otherCodes: readonly string[];
  readonly change: (state: WizardState) => void;
  readonly touch: (field: string) => void;
  /** Puts the focus on the first match, once what was changed is drawn. */
  readonly focus: (selector: string) => void;
  /** The sentence for a field the person has already left; undefined while it is fine. */
  readonly errorOf: (field: string) => string | undefined;
}

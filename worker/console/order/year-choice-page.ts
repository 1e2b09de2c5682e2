/** What the pages of a year share: the year and the province chosen, asked of the service. */
import { html, nothing, type TemplateResult } from "lit";
import { AskedPage } from "../lib/asked-page.ts";
import { provinceChoice, yearChoice } from "./parts.ts";

/** What every answer says about the years there are, and whose it is. */
interface OfYear {
  readonly year: number | null;
  readonly years: readonly number[];
  readonly provinceCode?: string | null;
}

export interface YearChosen {
  readonly year: string;
  readonly province: string;
}

export abstract class YearChoicePage<Answer extends OfYear> extends AskedPage<Answer> {
  static override properties = {
    ...AskedPage.properties,
    year: { state: true },
    province: { state: true },
  };
  /** "" = the latest there is. */
  declare year: string;
  declare province: string;

  constructor() {
    super();
    this.year = "";
    this.province = "";
  }

  protected abstract askYear(chosen: YearChosen): Promise<Answer>;

  /** False where the answer is about one province only. */
  protected allProvinces(): boolean {
    return true;
  }

  protected override ask(): Promise<Answer> {
    return this.askYear({ year: this.year, province: this.province });
  }

  #years({ year, years }: Answer): TemplateResult | typeof nothing {
    const known = year === null ? years : [...new Set([year, ...years])].sort((a, b) => b - a);
    if (known.length === 0) return nothing;
    return yearChoice(known, year, (chosen) => {
      this.year = chosen;
      void this.load();
    });
  }

  protected choices(): TemplateResult {
    const { answer } = this;
    const all = this.allProvinces();
    const shown = this.province === "" && !all ? (answer?.provinceCode ?? "") : this.province;
    const choose = (province: string) => {
      this.province = province;
      void this.load();
    };
    return html`${answer === null ? nothing : this.#years(answer)} ${provinceChoice(shown, choose, all)}`;
  }
}

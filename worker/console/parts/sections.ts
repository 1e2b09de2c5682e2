/** The parts of the review site, on every page of it: where one is, and where else one's role may go. */
import { html, nothing, type TemplateResult } from "lit";
import type { Session } from "../lib/session-shape.ts";
import { orderAddress } from "../order/parts.ts";
import { texts } from "../texts/index.ts";

interface Section {
  readonly id: "queue" | "summary" | "compare" | "meeting" | "orders" | "data" | "log";
  readonly href: (role: string) => string;
  /** Beginnings of the addresses that belong to it. */
  readonly holds: readonly string[];
  readonly isFor: (session: Session) => boolean;
}

const isMinistry = ({ person }: Session) => person.organisation.kind === "ministry";

const SECTIONS: readonly Section[] = [
  { id: "queue", href: () => "#/", holds: ["#/ho-so"], isFor: () => true },
  {
    id: "summary",
    href: () => "#/tong-hop",
    holds: ["#/tong-hop"],
    isFor: ({ person }) => person.role !== "steward",
  },
  { id: "compare", href: () => "#/so-sanh", holds: ["#/so-sanh"], isFor: isMinistry },
  {
    id: "meeting",
    href: () => "#/hop",
    holds: ["#/hop"],
    isFor: ({ person }) => person.role !== "drafter",
  },
  { id: "orders", href: orderAddress, holds: ["#/dat-hang", "#/bao-cao-nam"], isFor: () => true },
  { id: "data", href: () => "#/du-lieu", holds: ["#/du-lieu"], isFor: isMinistry },
  {
    id: "log",
    href: () => "#/nhat-ky",
    holds: ["#/nhat-ky"],
    isFor: ({ person }) => person.role !== "drafter",
  },
];

/** One's own account belongs to no part of the site. */
const ACCOUNT = "#/phien";

/** The queue holds every address that no other section names. */
function sectionAt(hash: string): Section["id"] | null {
  if (hash.startsWith(ACCOUNT)) return null;
  return SECTIONS.find(({ holds }) => holds.some((start) => hash.startsWith(start)))?.id ?? "queue";
}

export function sectionNav(session: Session, hash: string): TemplateResult {
  const t = texts().shell;
  const here = sectionAt(hash);
  return html`<nav class="sections" aria-label=${t.sectionNav}>
    ${SECTIONS.filter(({ isFor }) => isFor(session)).map(
      ({ id, href }) =>
        html`<a
          href=${href(session.person.role)}
          aria-current=${id === here ? "true" : nothing}
          data-testid=${`go-${id}`}
          >${t.sections[id]}</a
        >`,
    )}
  </nav>`;
}

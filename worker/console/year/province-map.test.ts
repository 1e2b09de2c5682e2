import { expect, it } from "vitest";
import { PROVINCES } from "../../../shared/law/provinces.ts";
import { MAPPED } from "./province-places.ts";

it("gives every province of today one place on the map, and no other code", () => {
  expect([...MAPPED].sort()).toEqual(PROVINCES.map(({ code }) => code).sort());
});

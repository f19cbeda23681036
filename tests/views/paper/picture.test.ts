import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { CARD_PICTURE, cardPicture } from "../../../scripts/card-picture.ts";

it("shows the card as it is printed now (else run: npx tsx scripts/card-picture.ts)", () => {
  expect(readFileSync(CARD_PICTURE, "utf8") === cardPicture()).toBe(true);
});

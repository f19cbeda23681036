import { describe, expect, it } from "vitest";
import { concernIn, talkLine } from "../../src/conversations/care.ts";
import { compiled } from "./files.ts";

const { support } = compiled("es").deep;
const withoutAccents = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "");

describe("words that bring up the Spanish support text", () => {
  it.each([
    "a veces quiero morirme",
    "ya no quiero vivir así",
    "pensé en quitarme la vida",
    "mi compañera habla de suicidarse",
    "ojalá estuviera muerta",
    "tengo ganas de hacerme daño",
    "NO QUIERO SEGUIR VIVIENDO",
    "estarían mejor sin mí",
    "volvió la autolesión",
  ])("self-harm, with and without accents: %s", (text) => {
    expect(concernIn(text, support)).toBe("selfHarm");
    expect(concernIn(withoutAccents(text), support)).toBe("selfHarm");
  });

  it.each([
    "me amenazó con venir",
    "me amenazaron otra vez",
    "dijo te voy a matar",
    "sabe dónde vivo",
    "me siguió hasta el coche",
    "insultos racistas toda la llamada",
    "hubo acoso sexual",
    "quería apuñalarme",
    "me dijo vete a tu país",
    "comentarios homófobos no, pero gritó: homófobo",
  ])("threats, with and without accents: %s", (text) => {
    expect(concernIn(text, support)).toBe("threat");
    expect(concernIn(withoutAccents(text), support)).toBe("threat");
  });

  it.each(["gritó por la factura", "me tocó decir que no", "quería cortar el servicio", "matamos el tiempo", "murió su padre y lloraba"])(
    "nothing of the kind: %s",
    (text) => {
      expect(concernIn(text, support)).toBeNull();
    },
  );

  it("names numbers of Spanish-speaking countries first where the country is not known, and the own one where it is", () => {
    expect(JSON.stringify(talkLine({ country: null }, support))).toContain("024 (España)");
    expect(JSON.stringify(talkLine({ country: null }, support))).toContain("800 911 2000 (México)");
    expect(JSON.stringify(talkLine({ country: "CL" }, support))).toContain("*4141 (Chile)");
    expect(JSON.stringify(talkLine({ country: "CL" }, support))).not.toContain("024");
  });
});

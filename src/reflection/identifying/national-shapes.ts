import { curp, luhn, rut, verhoeff } from "./check-digits.ts";
import {
  austrian,
  belgian,
  brazilian,
  codiceFiscale,
  danish,
  dni,
  finnish,
  irish,
  nir,
  norwegian,
  singaporean,
  southAfrican,
  steuerId,
  swedish,
  weighedCheck,
} from "./national-checks.ts";

/** What must stand beside the shape: nothing; the configured country or a word that names it; such a word. */
type Needs = "nothing" | "country" | "name";

/** One way in which a country numbers people. */
export interface NationalShape {
  /** ISO 3166 */
  readonly country: string;
  readonly needs: Needs;
  /** Words that name it, as a pattern. */
  readonly names: string;
  /** A text with fewer digits cannot hold it: counting costs less than matching. */
  readonly leastDigits: number;
  /** Finds it in a plain text. Each part has a fixed length. */
  readonly pattern: string;
  /** Judges its letters and digits, all else taken out. Without it there are no check digits. */
  readonly check?: (compact: string) => boolean;
}

/** India's PAN has four digits, Britain's insurance number and Mexico's RFC six; all others have seven or more. */
const SHORT = ["IN", "GB", "MX"];

function shape(country: string, needs: Needs, names: string, pattern: string, check?: (compact: string) => boolean): NationalShape {
  const leastDigits = SHORT.includes(country) ? 4 : 7;
  return { country, needs, names, pattern, leastDigits, ...(check === undefined ? {} : { check }) };
}

const SSN = "ssn|s\\.s\\.n\\.?|ss|social|soc|soc sec|itin|tin|tax id";
const TAX_ID = "steuer-?id|steuer-?nummer|steueridentifikationsnummer|idnr\\.?|tax id|tin";

/** National identity, tax and health numbers, with the check digits where they have some. */
export const NATIONAL_SHAPES: readonly NationalShape[] = [
  shape("US", "nothing", SSN, "(?!000|666|9)\\d{3}-(?!00)\\d\\d-(?!0000)\\d{4}"),
  shape("US", "name", SSN, "(?!000|666|9)\\d{3}[ .]?(?!00)\\d\\d[ .]?(?!0000)\\d{4}"),
  shape("US", "name", SSN, "9\\d\\d[ .-]?(?:5\\d|6[0-5]|7\\d|8[0-8]|9[0-24-9])[ .-]?\\d{4}"),
  shape(
    "GB",
    "nothing",
    "nino|national insurance",
    "(?!bg|gb|nk|kn|nt|tn|zz)[abceghj-prstw-z][abceghj-nprstw-z] ?\\d\\d ?\\d\\d ?\\d\\d ?[a-d]",
  ),
  shape("GB", "name", "nhs", "\\d{3}[ -]?\\d{3}[ -]?\\d{4}", weighedCheck([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 11)),
  shape("DE", "country", TAX_ID, "[0-9]\\d ?\\d{3} ?\\d{3} ?\\d{3}", steuerId),
  shape("ES", "nothing", "dni|nif", "\\d\\d\\.?\\d{3}\\.?\\d{3}[ -]?[a-z]", dni),
  shape("ES", "nothing", "nie|nif", "[xyz][ -]?\\d{7}[ -]?[a-z]", dni),
  shape(
    "FR",
    "nothing",
    "nir|insee",
    "[12] ?\\d\\d ?(?:0[1-9]|1[0-2]) ?(?:\\d\\d|2[ab]) ?\\d{3} ?\\d{3} ?\\d\\d",
    nir,
  ),
  shape(
    "IT",
    "nothing",
    "codice fiscale",
    "[a-z]{3} ?[a-z]{3} ?\\d\\d[a-ehlmprst]\\d\\d ?[a-z]\\d{3}[a-z]",
    codiceFiscale,
  ),
  shape("IN", "country", "aadha?ar|uidai", "[2-9]\\d{3}[ -]?\\d{4}[ -]?\\d{4}", verhoeff),
  shape("IN", "nothing", "pan", "[a-z]{3}[abcfghjlpt][a-z]\\d{4}[a-z]"),
  shape("CA", "name", "sin|social insurance", "\\d{3}[ -]?\\d{3}[ -]?\\d{3}", luhn),
  shape("NL", "name", "bsn|burgerservicenummer", "\\d{9}|\\d{3}[ .]\\d{3}[ .]\\d{3}|\\d{4}[ .]\\d\\d[ .]\\d{3}", weighedCheck([9, 8, 7, 6, 5, 4, 3, 2, -1], 11)),
  shape("PL", "country", "pesel", "\\d{4}[0-3]\\d{6}", weighedCheck([1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1], 10)),
  shape("SE", "nothing", "personnummer", "(?:19|20)?\\d\\d[01]\\d[0-3]\\d[+-]\\d{4}", swedish),
  shape("FI", "nothing", "hetu|henkilotunnus", "[0-3]\\d[01]\\d{3}[+a-f-]\\d{3}[0-9a-y]", finnish),
  shape("NO", "country", "f[\\u00f8o]dselsnummer|personnummer", "[0-7]\\d[0-5]\\d{3} ?\\d{5}", norwegian),
  shape("DK", "name", "cpr", "[0-3]\\d[01]\\d{3}-?\\d{4}", danish),
  shape("BE", "nothing", "rijksregister|registre national", "\\d\\d\\.\\d\\d\\.\\d\\d-\\d{3}[. ]\\d\\d", belgian),
  shape("BE", "name", "rijksregister(?:nummer)?|registre national|niss", "\\d{11}", belgian),
  shape("CH", "nothing", "ahv|avs", "756\\.?\\d{4}\\.?\\d{4}\\.?\\d\\d", weighedCheck([1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1], 10)),
  shape("AT", "name", "svnr|sozialversicherungsnummer", "[1-9]\\d{3} ?[0-3]\\d[01]\\d{3}", austrian),
  shape("BR", "nothing", "cpf", "\\d{3}\\.\\d{3}\\.\\d{3}-\\d\\d", brazilian),
  shape("BR", "country", "cpf", "\\d{11}", brazilian),
  shape("IE", "country", "ppsn?", "\\d{7} ?[a-w][a-iw]?", irish),
  shape("SG", "nothing", "nric|fin", "[st]\\d{7}[a-jz]", singaporean),
  shape("MX", "nothing", "curp", "[a-z][aeioux][a-z]{2}\\d{6}[hmx][a-z]{5}[a-z0-9]\\d", curp),
  shape("MX", "country", "rfc", "[a-z&\\u00f1]{3,4}\\d\\d[01]\\d[0-3]\\d[a-z0-9]{3}"),
  shape("CL", "nothing", "rut", "\\d{1,2}\\.\\d{3}\\.\\d{3}-[0-9k]", rut),
  shape("CL", "country", "rut", "\\d{7,8}-[0-9k]", rut),
  shape("AR", "nothing", "cuit|cuil", "(?:2[0347]|3[034])-\\d{8}-\\d", weighedCheck([5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1], 11)),
  shape("AR", "name", "dni|documento", "\\d{1,2}\\.\\d{3}\\.\\d{3}"),
  shape("ZA", "country", "id number|sa id", "\\d\\d[01]\\d[0-3]\\d ?\\d{4} ?[01]\\d\\d", southAfrican),
];

import parsePhoneNumber, { type CountryCode, isSupportedCountry } from "libphonenumber-js/min";

/** What is known about a row of digits as a telephone number. */
export interface PhoneVerdict {
  /** The country has such numbers. */
  readonly valid: boolean;
  /** The length is right, whatever the digits. */
  readonly possible: boolean;
  /** The digits as one dials them within the country, leading nought included where the country has one. */
  readonly national: string;
  /** "1" for North America. */
  readonly callingCode: string;
}

/**
 * Judges digits, with a `+` before them or not, as a telephone number of a country (ISO 3166, null: only with `+`).
 * Null where they are none.
 */
export type PhoneCheck = (digits: string, country: string | null) => PhoneVerdict | null;

/** The judgement of libphonenumber, with its smallest tables. */
export const phoneCheck: PhoneCheck = (digits, country) => {
  const home: CountryCode | undefined = country !== null && isSupportedCountry(country) ? country : undefined;
  const number = parsePhoneNumber(digits, { extract: false, ...(home === undefined ? {} : { defaultCountry: home }) });
  if (number === undefined) return null;
  return {
    valid: number.isValid(),
    possible: number.isPossible(),
    national: number.formatNational().replace(/\D/g, ""),
    callingCode: number.countryCallingCode,
  };
};

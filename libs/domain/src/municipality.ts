import { compareSwedish } from './sort.ts';

/**
 * Municipalities and counties are data of the installation, never named in code. What the code knows is the form of
 * the official codes: a county has two digits and each of its municipalities four, the county's two first.
 */
export function isCountyCode(text: string): boolean {
  return /^\d{2}$/.test(text) && text !== '00';
}

export function isMunicipalityCode(text: string): boolean {
  return /^\d{4}$/.test(text) && isCountyCode(text.slice(0, 2)) && !text.endsWith('00');
}

/** The county's code within a municipality's. Throws RangeError for a text of another form. */
export function countyCodeOf(municipalityCode: string): string {
  if (!isMunicipalityCode(municipalityCode)) throw new RangeError(`Not a municipality code: ${municipalityCode}`);
  return municipalityCode.slice(0, 2);
}

/** Swedish order by name, then by code: the order of rows in grids, charts, reports and exports alike. */
export function compareMunicipalities(
  a: { readonly code: string; readonly name: string },
  b: { readonly code: string; readonly name: string },
): number {
  return compareSwedish(a.name, b.name) || compareSwedish(a.code, b.code);
}

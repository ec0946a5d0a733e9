/**
 * What the CSV row folder's page starts from.
 * Flow: csvRowFolder → **CsvRowData** as JSON → the page.
 */

/** How wide and high the digits of the course are. */
export const DIGIT_SIDE = 28;

export interface CsvRowData {
  readonly label: number;
  /** 784 numbers from 0 to 255, as the row has them. */
  readonly pixels: ArrayLike<number>;
}

/** The middle one of the pixels that have the most ink: where the folder begins. */
export function inkiestPlace(pixels: ArrayLike<number>): number {
  const most = Math.max(...Array.from(pixels));
  const places = Array.from(pixels, (_, place) => place).filter(place => pixels[place] === most);
  return places[Math.floor(places.length / 2)]!;
}

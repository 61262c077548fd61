import type { DemoEvent } from '../types.ts';

/** `'9901:6 9908'`: six in one municipality, and another that was there without a figure of its own. */
function placesOf(written: string): DemoEvent['municipalities'] {
  return written
    .split(' ')
    .filter((place) => place !== '')
    .map((place) => {
      const [code = '', participants] = place.split(':');
      return { code, participants: participants === undefined ? null : Number(participants) };
    });
}

/** One line per event: day, kind, activities, title, how many (null: nobody counted), where, with whom, a note. */
export function event(
  day: string,
  kind: string,
  activities: string,
  title: string,
  participants: number | null,
  places = '',
  organisations = '',
  note = '',
): DemoEvent {
  const words = (written: string): string[] => written.split(' ').filter((word) => word !== '');
  return {
    day,
    kind,
    activities: words(activities),
    title,
    participants,
    municipalities: placesOf(places),
    organisations: words(organisations),
    note,
  };
}

import { whenText, type Locale } from '@samhandling/domain';
import { type ItemValues, inputOf, kronorIn, valuesOf } from './item-values.ts';

/** The fields of an item as texts that can be compared one by one. Its time is one: a month from one side and a day from the other is none. */
export type FlatItem = Readonly<Record<Exclude<keyof ItemValues, 'isByMonth' | 'from' | 'to'> | 'when', string>>;

export function flat(values: ItemValues): FlatItem {
  const { title, description, goalId, organisationIds, responsibleName, isByMonth, from, to, amount, funding } = values;
  return {
    title: title.trim(),
    description: description.trim(),
    goalId,
    organisationIds: JSON.stringify(organisationIds.toSorted()),
    responsibleName: responsibleName.trim(),
    when: from === '' && to === '' ? '' : JSON.stringify({ isByMonth, from, to }),
    amount: String(kronorIn(amount) ?? ''),
    funding: funding.trim(),
  };
}

export function unflat({ when, organisationIds, ...texts }: FlatItem): ItemValues {
  const { isByMonth, from, to } = valuesOf(null);
  const time =
    when === '' ? { isByMonth, from, to } : (JSON.parse(when) as Pick<ItemValues, 'isByMonth' | 'from' | 'to'>);
  return { ...texts, ...time, organisationIds: JSON.parse(organisationIds) as string[] };
}

/** A field as a reader sees it. */
export function shownField(
  name: keyof FlatItem,
  texts: FlatItem,
  nameOf: (id: string) => string,
  locale: Locale,
): string {
  switch (name) {
    case 'goalId':
      return nameOf(texts.goalId);
    case 'organisationIds':
      return unflat(texts).organisationIds.map(nameOf).join(', ');
    case 'when': {
      const { fromDay = null, toDay = null, isByMonth = false } = inputOf(unflat(texts));
      return whenText({ fromDay, toDay, isByMonth }, locale);
    }
    default:
      return texts[name];
  }
}

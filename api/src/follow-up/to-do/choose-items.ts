import { pages, type ToDoItem } from '@samhandling/contracts';
import { formatExact, formatOf, type Label, type Locale } from '@samhandling/domain';
import { differingPlaces } from './attention-facts.ts';
import type { Waiting, WaitingFigure, WaitingRound } from './to-do.repository.ts';

/** A figure with the places where this person is to choose between what is typed and what the events give. */
export interface Choice {
  readonly figure: WaitingFigure;
  readonly places: readonly (string | null)[];
}

/** What waits for a choice, among the places the person may enter. */
export function findChoices(
  figures: readonly WaitingFigure[],
  mayEnter: (figure: WaitingFigure, municipalityCode: string | null) => boolean,
): Choice[] {
  return figures.flatMap((figure) => {
    const places = differingPlaces(figure).filter((code) => mayEnter(figure, code));
    return places.length === 0 ? [] : [{ figure, places }];
  });
}

export function toChooseItems(
  choices: readonly Choice[],
  waiting: Waiting,
  rounds: ReadonlyMap<string, WaitingRound>,
  locale: Locale,
): ToDoItem[] {
  return choices.flatMap(({ figure, places }) => {
    const round = rounds.get(figure.roundId);
    if (!round) return [];
    const followUp = waiting.followUps.find(
      (row) => row.roundId === figure.roundId && figure.activityIds.includes(row.activityId),
    );
    const { id, slug, title } = round.plan;
    const perMunicipality = figure.definition.breakdown === 'municipality';
    return [
      {
        id: figure.indicatorId,
        title: figure.definition.text,
        reference: followUp?.reference ?? null,
        plan: { id, slug, title },
        round: round.round,
        due: round.due,
        state: null,
        judgement: null,
        reasons: [reasonOf(figure, places, waiting)[locale]],
        link:
          followUp && !perMunicipality
            ? pages.followUp(followUp.id)
            : `${pages.outcomes(slug, round.round.label)}${perMunicipality ? '?indelning=kommun' : ''}`,
        updatedAt: null,
        reporter: null,
      },
    ];
  });
}

/** With both numbers where it is about one place: whoever chooses may enter the value, and so sees it. */
function reasonOf(figure: WaitingFigure, places: readonly (string | null)[], { municipalities }: Waiting): Label {
  const [only] = places;
  if (places.length > 1 || only === undefined) {
    return {
      sv: `${formatOf(places.length, figure.computed.length, 'sv')} inskrivna värden skiljer sig från händelserna. Välj vilka som gäller.`,
      en: `${formatOf(places.length, figure.computed.length, 'en')} typed values differ from the events. Choose which stand.`,
    };
  }
  const typed = figure.outcomes.find((each) => each.municipalityCode === only && each.sex === 'total')?.value ?? null;
  const counted = figure.computed.find(({ code }) => code === only)?.value ?? 0;
  const name = municipalities.find(({ code }) => code === only)?.name;
  const words = (locale: Locale): { place: string; typed: string; counted: string } => ({
    place: name === undefined ? '' : `${name}: `,
    typed: typed === null ? '–' : formatExact(typed, locale),
    counted: formatExact(counted, locale),
  });
  const [sv, en] = [words('sv'), words('en')];
  return {
    sv: `${sv.place}${sv.typed} är inskrivet, händelserna ger ${sv.counted}. Välj vilket som gäller.`,
    en: `${en.place}${en.typed} is typed, the events give ${en.counted}. Choose which stands.`,
  };
}

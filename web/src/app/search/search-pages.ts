import { pages, type SearchAnswer } from '@samhandling/contracts';
import type { Permission } from '@samhandling/domain';

type Items = SearchAnswer['groups'][number]['items'];

interface Place {
  readonly label: string;
  readonly link: string;
}

/** Pages that stand in no menu, and who may open them. */
export function morePlaces(
  slug: string | null,
  round: string | null,
  may: (permission: Permission) => boolean,
): Place[] {
  const places: Place[] = [
    { label: $localize`:@@search.page.plans:Planer`, link: pages.plans() },
    { label: $localize`:@@search.page.mailPreference:Mina utskick`, link: pages.mailPreference() },
  ];
  if (may('plan.import'))
    places.push({ label: $localize`:@@search.page.import:Läs in en plan`, link: pages.imports() });
  if (may('mail.manage')) places.push({ label: $localize`:@@search.page.mail:Utskick`, link: pages.mail() });
  if (may('audit.read')) places.push({ label: $localize`:@@search.page.log:Logg`, link: pages.log() });
  if (may('record.manage'))
    places.push({
      label: $localize`:@@search.page.retention:Bevarande och gallring`,
      link: pages.retention(),
    });
  if (may('follow_up.answer_own') || may('follow_up.answer_any')) {
    places.push({ label: $localize`:@@search.page.handover:Överlämna uppgifter`, link: pages.handover() });
  }
  if (slug === null) return places;
  places.push(
    { label: $localize`:@@search.page.newEvent:Registrera en händelse`, link: pages.newEvent(slug) },
    { label: $localize`:@@search.page.rules:Beräkningar ur händelser`, link: pages.rules(slug) },
    { label: $localize`:@@search.page.diff:Förändringar mellan omgångar`, link: pages.diff(slug) },
  );
  if (round === null) return places;
  places.push(
    { label: $localize`:@@search.page.outcomes:Utfall i omgången`, link: pages.outcomes(slug, round) },
    { label: $localize`:@@search.page.participation:Medverkan i omgången`, link: pages.participation(slug, round) },
    { label: $localize`:@@search.page.workbook:Arbetsbok i Excel`, link: pages.workbook(slug, round) },
  );
  if (may('round.manage')) {
    places.push({
      label: $localize`:@@search.page.reporters:Rapportörer i omgången`,
      link: pages.reporters(slug, round),
    });
  }
  if (may('link.manage')) {
    places.push({
      label: $localize`:@@search.page.links:Svarslänkar i omgången`,
      link: pages.answerLinks(slug, round),
    });
  }
  return places;
}

/** Places whose name holds every word typed, those that begin with it first. Each address once. */
export function placesFor(q: string, places: readonly Place[], locale: string): Items {
  const words = q.trim().toLocaleLowerCase(locale).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const seen = new Set<string>();
  return places
    .map((place) => ({ ...place, name: place.label.toLocaleLowerCase(locale) }))
    .filter(({ name, link }) => words.every((word) => name.includes(word)) && !seen.has(link) && seen.add(link))
    .sort((a, b) => Number(b.name.startsWith(words[0] ?? '')) - Number(a.name.startsWith(words[0] ?? '')))
    .map(({ label, link }) => ({ title: label, detail: '', link }));
}

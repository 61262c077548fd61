import { Service, inject } from '@angular/core';
import type {
  ImportActor,
  ImportActorDecision,
  ImportIndicatorDecision,
  ImportIndicatorSettings,
  ImportReview,
} from '@samhandling/contracts';
import { BREAKDOWN_LABELS, INDICATOR_KIND_LABELS, ORGANISATION_KIND_LABELS, formatExact } from '@samhandling/domain';
import { injectLocale } from '@samhandling/ui';
import { ImportsApi } from '../data/imports-api.ts';
import { parsedActorDecision, parsedIndicatorDecision } from '../data/decisions.ts';

/** Decisions and proposals in words, the same everywhere they are shown. */
@Service()
export class DecisionWords {
  private readonly locale = injectLocale();
  readonly organisations = inject(ImportsApi).organisations();

  organisationName(id: string): string {
    const known = this.organisations.hasValue() ? this.organisations.value() : [];
    return known.find((organisation) => organisation.id === id)?.name ?? '';
  }

  actor(decision: ImportActorDecision, actor?: ImportActor): string {
    if (decision.use === 'new') {
      const kind = ORGANISATION_KIND_LABELS[decision.kind][this.locale];
      return $localize`:@@imports.actor.asNew:${decision.name}:name: läggs till som ny (${kind}:kind:)`;
    }
    const match = actor?.match?.organisation;
    const name = match?.id === decision.organisationId ? match.name : this.organisationName(decision.organisationId);
    return decision.rememberAlias
      ? $localize`:@@imports.actor.asAlias:${name}:name:, och skrivsättet sparas som alias`
      : name;
  }

  /** "Antal · träffar · per kommun · 10 per år · mål 10". */
  settings(settings: ImportIndicatorSettings): string {
    const parts = [INDICATOR_KIND_LABELS[settings.kind][this.locale]];
    if (settings.unit !== '') parts.push(settings.unit);
    if (settings.kind !== 'text') parts.push(BREAKDOWN_LABELS[settings.breakdown][this.locale]);
    if (settings.cadencePerYear !== null) {
      const times = formatExact(settings.cadencePerYear, this.locale);
      parts.push($localize`:@@imports.indicator.perYear:${times}:times: per år`);
    }
    if (settings.target !== null) {
      const target = formatExact(settings.target, this.locale);
      parts.push($localize`:@@imports.indicator.target:målvärde ${target}:target:`);
    }
    return parts.join(' · ');
  }

  indicator(decision: ImportIndicatorDecision): string {
    return decision.answer === 'refused'
      ? $localize`:@@imports.indicator.refusedWords:Besvaras i ord`
      : this.settings(decision);
  }

  /** What a key of a decision is about, for a person. */
  label(key: string, review: ImportReview): string {
    const [kind = '', ...rest] = key.split(':');
    const name = rest.join(':');
    switch (kind) {
      case 'settings':
        return settingLabel(name);
      case 'actor':
        return name;
      case 'indicator':
        return review.indicators.find((indicator) => indicator.key === name)?.text ?? name;
      default:
        return $localize`:@@imports.flag.label:Flagga på rad ${rest[0] ?? ''}:line:`;
    }
  }

  /** A stored decision as a person reads it; none is empty. */
  shown(key: string, value: string | undefined, review: ImportReview): string {
    if (value === undefined || value === 'null') return '';
    if (key.startsWith('actor:')) {
      const decision = parsedActorDecision(value);
      const actor = review.actors.find(({ name }) => `actor:${name}` === key);
      return decision ? this.actor(decision, actor) : '';
    }
    if (key.startsWith('indicator:')) {
      const decision = parsedIndicatorDecision(value);
      return decision ? this.indicator(decision) : '';
    }
    if (key.startsWith('flag:')) {
      return value === 'true' ? $localize`:@@imports.flag.seen:Sedd` : $localize`:@@imports.flag.unseen:Inte sedd`;
    }
    return String(JSON.parse(value));
  }
}

export function settingLabel(name: string): string {
  switch (name) {
    case 'title':
      return $localize`:@@imports.settings.title:Planens namn`;
    case 'theme':
      return $localize`:@@imports.settings.theme:Tema`;
    case 'firstYear':
      return $localize`:@@imports.settings.firstYear:Första år`;
    default:
      return $localize`:@@imports.settings.lastYear:Sista år`;
  }
}

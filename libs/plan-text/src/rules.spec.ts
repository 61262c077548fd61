import { matchActor, normaliseActorName, proposeIndicator, splitSentences, type KnownOrganisation } from './index.ts';
import { readNames } from './names.ts';

describe('splitSentences', () => {
  it.each([
    ['Antal träffar. Antal deltagare.', ['Antal träffar.', 'Antal deltagare.']],
    ['Antal träffar.Antal deltagare', ['Antal träffar.', 'Antal deltagare']],
    ['Antal träffar.antal deltagare.', ['Antal träffar.', 'antal deltagare.']],
    ['Dialog med Cykelhuset. antal insatser.', ['Dialog med Cykelhuset.', 'antal insatser.']],
    ['Antal besök, t.ex. på skolor. Antal skolor.', ['Antal besök, t.ex. på skolor.', 'Antal skolor.']],
    ['Antal besök hos Polisen m.fl. Antal möten.', ['Antal besök hos Polisen m.fl.', 'Antal möten.']],
    ['Antal besök hos Polisen m.fl. under året.', ['Antal besök hos Polisen m.fl. under året.']],
    ['Baslinjen mättes av CK 2015. Antal nu.', ['Baslinjen mättes av CK 2015.', 'Antal nu.']],
    ['Antal deltagare/tillfälle.', ['Antal deltagare/tillfälle.']],
    [
      'Insatser inkl. stöd, ex. kurser, bl.a. för s.k. ledare.',
      ['Insatser inkl. stöd, ex. kurser, bl.a. för s.k. ledare.'],
    ],
    ['Version 2.0, som ersätter 1.5. Antal.', ['Version 2.0, som ersätter 1.5.', 'Antal.']],
    ['Redovisas på www.granskog.se varje år.', ['Redovisas på www.granskog.se varje år.']],
    ['Enkät (se bilaga. Sidan 3). Antal svar!', ['Enkät (se bilaga. Sidan 3).', 'Antal svar!']],
    ['Arbete med "Hjälm på." Antal skolor?', ['Arbete med "Hjälm på."', 'Antal skolor?']],
    ['', []],
    ['. -', []],
  ])('%s', (text, sentences) => {
    expect(splitSentences(text).sentences).toEqual(sentences);
  });

  it('loses no letter and adds none', () => {
    const text = 'Antal A.Antal B. antal (C. D. m.fl.Nytt ord... Slut';
    expect(splitSentences(text).sentences.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  });
});

describe('readNames', () => {
  it.each([
    ['Länsstyrelsen, Region Granskog och Polismyndigheten', ['Länsstyrelsen', 'Region Granskog', 'Polismyndigheten']],
    ['näringslivet och föreningslivet.', ['Näringslivet', 'Föreningslivet']],
    ['Arbetsgrupp för missbruks- och beroendevården', ['Arbetsgrupp för missbruks- och beroendevården']],
    ['Kommunala och regionala myndigheter', ['Kommunala och regionala myndigheter']],
    ['Kultur och fritid, Kommunerna', ['Kultur och fritid', 'Kommunerna']],
    ['Barn- och utbildningsförvaltningen samt polisen', ['Barn- och utbildningsförvaltningen', 'Polisen']],
    ['ledningen för mottagningarna och kommunerna', ['Ledningen för mottagningarna', 'Kommunerna']],
    ['Region Granskog och länets kommuner', ['Region Granskog', 'Kommunerna']],
    ['Kommunerna, och Polisen', ['Kommunerna', 'Polisen']],
    ['Polisen, Barn-, ungdoms- och familjehälsan', ['Polisen', 'Barn-, ungdoms- och familjehälsan']],
    ['Polisen; Skolan', ['Polisen', 'Skolan']],
    ['IQ/Systembolaget', ['IQ/Systembolaget']],
    ['-', []],
    ['Inga', []],
    ['', []],
  ])('%s', (text, names) => {
    expect(readNames(text, false).names).toEqual(names);
  });

  it.each([
    'Skolan m.fl.',
    'Skolan m. fl.',
    'Skolan mfl',
    'Skolan, med flera',
    'Skolan och m fl.',
    'Skolan etc.',
    'bl.a. skolan',
  ])('%s is open-ended', (text) => {
    expect(readNames(text, false)).toMatchObject({ names: ['Skolan'], openEnded: true });
  });

  it('takes the group in parentheses wherever it stands, also when it is not closed', () => {
    expect(readNames('Länsstyrelsen (Styrgruppen), Polisen', true)).toMatchObject({
      names: ['Länsstyrelsen', 'Polisen'],
      groups: ['Styrgruppen'],
    });
    expect(readNames('Länsstyrelsen och Polisen (Styrgruppen', true)).toMatchObject({
      names: ['Länsstyrelsen', 'Polisen'],
      groups: ['Styrgruppen'],
    });
    expect(readNames('Föreningar (idrott, kultur)', false).names).toEqual(['Föreningar (idrott, kultur)']);
  });
});

describe('normaliseActorName', () => {
  it.each([
    ['länets kommuner', 'Kommunerna'],
    ['alla länets kommuner', 'Kommunerna'],
    ['samtliga kommuner', 'Kommunerna'],
    ['kommunerna i länet.', 'Kommunerna'],
    ['Hagby kommun', 'Hagby kommun'],
    ['länets mindre kommuner', 'Länets mindre kommuner'],
    ['  ideella   organisationer. ', 'Ideella organisationer'],
    ['åklagare', 'Åklagare'],
  ])('%s → %s', (raw, name) => {
    expect(normaliseActorName(raw)).toBe(name);
    expect(normaliseActorName(name)).toBe(name);
  });
});

describe('proposeIndicator', () => {
  it.each([
    [
      'Antal genomförda träffar/år.',
      'Gruppen ska träffas 10 gånger per år.',
      { kind: 'count', unit: 'träffar', target: 10, cadencePerYear: 10, recurrence: 'yearly' },
    ],
    ['Antal genomförda träffar.', 'Nätverket möts två gånger per år.', { kind: 'count', target: 2, cadencePerYear: 2 }],
    [
      'Antal utdelade reflexer.',
      'Gruppen ska träffas 10 gånger per år.',
      { kind: 'count', unit: 'reflexer', target: null, cadencePerYear: null },
    ],
    ['Antal tillsynsbesök.', 'Varje nämnd besöks vartannat år.', { kind: 'count', cadencePerYear: 0.5, target: null }],
    ['Besök i länets 8 kommuner genomförda.', '', { kind: 'count', unit: 'kommuner', target: 8 }],
    ['Framtagen arbetsordning är beslutad.', '', { kind: 'milestone', recurrence: 'once', target: null }],
    ['Årlig verksamhetsplan framtagen.', '', { kind: 'milestone', recurrence: 'yearly', cadencePerYear: 1 }],
    ['Antal deltagare per kommun.', '', { kind: 'count', unit: 'deltagare', breakdown: 'municipality' }],
    ['Antal anmälda brott uppdelat per kommun.', '', { kind: 'count', unit: 'brott', breakdown: 'municipality' }],
    ['Andel elever som cyklar.', '', { kind: 'share', unit: '%', breakdown: 'none' }],
    ['Minst 80 procent av skolorna deltar.', '', { kind: 'share', unit: '%', target: 80 }],
    ['Genomsnittlig ålder.', '', { kind: 'measure' }],
    ['Antl stödjande insatser.', '', { kind: 'count', unit: 'insatser' }],
    ['Följa arbetet.', '', { kind: 'text', unit: null, target: null }],
  ])('%s (%s)', (sentence, activity, expected) => {
    expect(proposeIndicator(sentence, activity)).toMatchObject(expected);
  });

  it('says why, in both languages', () => {
    const { reason } = proposeIndicator('Antal genomförda träffar/år.', 'Gruppen träffas tio gånger per år.');
    expect(reason.sv).toBe('”Antal” tyder på ett antal. Aktivitetens text säger ”tio gånger per år”.');
    expect(reason.en).toContain('suggests a count');
  });
});

describe('matchActor', () => {
  const known: KnownOrganisation[] = [
    { id: 'c', name: 'Kommunerna', kind: 'collective', aliases: [] },
    { id: 'p', name: 'Polismyndigheten', kind: 'police', aliases: ['Polisen'] },
    { id: 'a', name: 'Arbetsförmedlingen', kind: 'other', aliases: [] },
  ];
  it.each([
    ['länets kommuner', 'c', 'name', 'collective', true],
    ['POLISEN', 'p', 'alias', 'police', false],
    ['Arbetsförmedling', 'a', 'similar', 'other', false],
    ['Polismyndighetn', 'p', 'similar', 'police', false],
    ['Region Granskog', null, null, 'region', false],
    ['Hagby kommun', null, null, 'municipality', false],
    ['Ideella organisationer', null, null, 'civil_society', true],
    ['Samrådsgruppen', null, null, 'group', false],
    ['Skatteverket', null, null, 'other', false],
  ])('%s', (name, organisationId, by, proposedKind, collective) => {
    expect(matchActor(name, known)).toEqual({ organisationId, by, proposedKind, collective });
  });
});

import { diffPlans, parsePlan } from './index.ts';

const TEXT = `1. Fler ska cykla

1.1 Område för samhandling: Vägar

Aktivitet: 1. Räkna cyklar vid alla broar i länet.
Ansvarig: Länsstyrelsen
Samverkanspartner: Kommunerna
Uppföljning: Antal cyklar. Antal broar.
Aktivitet: 2. Bygga cykelställ med tak vid stationerna.
Ansvarig: Region Granskog
Samverkanspartner: -
Uppföljning: Antal ställ.

1.2 Område för samhandling: Skolor

Aktivitet: 3. Bjuda in skolorna till en årlig cykeldag.
Ansvarig: Länsstyrelsen
Samverkanspartner: -
Uppföljning: Genomförd cykeldag.

Tips lokala aktiviteter

• Cykla. • Cykla.`;
const before = parsePlan(TEXT);
const changed = (from: string, to: string) => diffPlans(before, parsePlan(TEXT.replace(from, to)));

describe('diffPlans', () => {
  it('finds nothing between equal plans, nor in blank lines or the order of actors', () => {
    expect(diffPlans(before, parsePlan(`\n${TEXT}\n\n`))).toEqual([]);
  });

  it('tells a rewording with both wordings', () => {
    expect(changed('vid alla broar', 'vid nästan alla broar')).toEqual([
      {
        kind: 'reworded',
        level: 'activity',
        reference: '1.1/1',
        referenceBefore: '1.1/1',
        before: 'Räkna cyklar vid alla broar i länet.',
        after: 'Räkna cyklar vid nästan alla broar i länet.',
      },
    ]);
  });

  it('tells a move by its two references', () => {
    const activity =
      'Aktivitet: 2. Bygga cykelställ med tak vid stationerna.\nAnsvarig: Region Granskog\nSamverkanspartner: -\nUppföljning: Antal ställ.\n';
    const moved = TEXT.replace(activity, '').replace('Tips lokala', `${activity.replace('2.', '4.')}\nTips lokala`);
    expect(diffPlans(before, parsePlan(moved))).toEqual([
      expect.objectContaining({ kind: 'moved', level: 'activity', referenceBefore: '1.1/2', reference: '1.2/4' }),
    ]);
  });

  it('tells added and removed actors, groups, indicators and tips with the reference of their activity or goal', () => {
    expect(
      changed('Samverkanspartner: Kommunerna', 'Samverkanspartner: Polisen m.fl.').map(
        ({ kind, level, reference, before: was, after }) => [kind, level, reference, was ?? after],
      ),
    ).toEqual([
      ['removed', 'partner', '1.1/1', 'Kommunerna'],
      ['added', 'partner', '1.1/1', 'Polisen'],
      ['added', 'open_ended', '1.1/1', 'm.fl.'],
    ]);
    expect(changed('Ansvarig: Region Granskog', 'Ansvarig: Region Granskog (Styrgruppen)')).toEqual([
      expect.objectContaining({ kind: 'added', level: 'responsible_group', reference: '1.1/2', after: 'Styrgruppen' }),
    ]);
    expect(changed('Antal cyklar. ', '')).toEqual([
      expect.objectContaining({ kind: 'removed', level: 'indicator', reference: '1.1/1', before: 'Antal cyklar.' }),
    ]);
    expect(changed('• Cykla. • Cykla.', '• Cykla.')).toEqual([
      expect.objectContaining({ kind: 'removed', level: 'tip', reference: '1' }),
    ]);
  });

  it('tells changed titles of goals and areas', () => {
    expect(changed('1. Fler ska cykla', '1. Fler ska våga cykla')).toEqual([
      expect.objectContaining({ kind: 'reworded', level: 'goal', reference: '1' }),
    ]);
    expect(changed('Skolor\n', 'Skolor och förskolor\n')).toEqual([
      expect.objectContaining({ kind: 'reworded', level: 'area', reference: '1.2' }),
    ]);
  });
});

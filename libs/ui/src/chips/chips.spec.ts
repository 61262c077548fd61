import { Component, signal } from '@angular/core';
import {
  type FollowUpState,
  GOAL_JUDGEMENTS,
  type GoalJudgement,
  JUDGEMENTS,
  JUDGEMENT_LABELS,
  type Judgement,
  MEETING_STATE_LABELS,
  MEETING_STATES,
  type MeetingState,
} from '@samhandling/domain';
import { find, findAll, show, textOf } from '../testing/show.ts';
import { FilterChip } from './filter-chip.ts';
import {
  GOAL_JUDGEMENT_LOOKS,
  GoalJudgementChip,
  JUDGEMENT_LOOKS,
  JudgementChip,
  NOT_JUDGED_LOOK,
} from './judgement-chip.ts';
import { StateChip } from './state-chip.ts';

@Component({
  imports: [StateChip],
  template: `<sam-state [meeting]="meeting()" /><sam-state minutes="adjusting" /><sam-state
      decision="standing"
    /><sam-state actionPoint="dropped" />`,
})
class MeetingHost {
  readonly meeting = signal<MeetingState>('called');
}

@Component({
  imports: [FilterChip, GoalJudgementChip, JudgementChip, StateChip],
  template: `<sam-judgement [judgement]="judgement()" />
    <sam-goal-judgement [judgement]="goal()" />
    <sam-state [followUp]="followUp()" [round]="undefined" />
    <sam-filter-chip
      label="Behöver stöd"
      [count]="count()"
      [on]="on()"
      removable
      (toggled)="on.set($event)"
      (removed)="removed.set(true)"
    />`,
})
class Host {
  readonly judgement = signal<Judgement | null>('on_track');
  readonly goal = signal<GoalJudgement | null>('at_risk');
  readonly followUp = signal<FollowUpState | undefined>('returned');
  readonly count = signal(7);
  readonly on = signal(false);
  readonly removed = signal(false);
}

describe('judgement chips', () => {
  it('say the word of the judgement, with an icon and its own colours', async () => {
    const fixture = await show(Host);
    for (const judgement of JUDGEMENTS) {
      fixture.componentInstance.judgement.set(judgement);
      await fixture.whenStable();
      expect(textOf(find(fixture, 'sam-judgement'))).toBe(JUDGEMENT_LABELS[judgement].sv);
      expect(find(fixture, 'sam-judgement .sam-chip').classList).toContain(JUDGEMENT_LOOKS[judgement].css);
      expect(findAll(fixture, 'sam-judgement svg')).toHaveLength(1);
    }
  });

  it('show that nobody has judged as grey words, never as a judgement', async () => {
    const fixture = await show(Host);
    fixture.componentInstance.judgement.set(null);
    fixture.componentInstance.goal.set(null);
    await fixture.whenStable();
    for (const selector of ['sam-judgement', 'sam-goal-judgement']) {
      expect(textOf(find(fixture, selector))).toBe('Inte bedömd');
      expect(find(fixture, `${selector} .sam-chip`).classList).toContain(NOT_JUDGED_LOOK.css);
    }
    expect(Object.values(JUDGEMENT_LOOKS).map((look) => look.css)).not.toContain(NOT_JUDGED_LOOK.css);
  });

  it('speak English in the English build', async () => {
    const fixture = await show(Host, 'en');
    expect(textOf(find(fixture, 'sam-judgement'))).toBe('On track');
    expect(textOf(find(fixture, 'sam-goal-judgement'))).toBe('At risk');
    expect(textOf(find(fixture, 'sam-state'))).toBe('Returned');
  });

  it('never let two judgements of one kind look alike', () => {
    for (const looks of [
      JUDGEMENTS.map((name) => JUDGEMENT_LOOKS[name]),
      GOAL_JUDGEMENTS.map((name) => GOAL_JUDGEMENT_LOOKS[name]),
    ]) {
      expect(new Set(looks.map((look) => look.css)).size).toBe(looks.length);
      expect(new Set(looks.map((look) => look.icon)).size).toBe(looks.length);
    }
  });
});

describe('StateChip', () => {
  it('says the state without any judgement colour', async () => {
    const fixture = await show(Host);
    expect(textOf(find(fixture, 'sam-state'))).toBe('Tillbaka med fråga');
    expect(find(fixture, 'sam-state .sam-chip').className).not.toContain('sam-judged');
    expect(find(fixture, 'sam-state .sam-chip').classList).not.toContain('sam-chip--settled');
    fixture.componentInstance.followUp.set('accepted');
    await fixture.whenStable();
    expect(find(fixture, 'sam-state .sam-chip').classList).toContain('sam-chip--settled');
    fixture.componentInstance.followUp.set(undefined);
    await fixture.whenStable();
    expect(textOf(find(fixture, 'sam-state'))).toBe('');
  });
});

describe('StateChip of meetings and what comes of them', () => {
  it('is filled only when nothing more will happen by itself', async () => {
    const fixture = await show(MeetingHost);
    const settled: string[] = [];
    for (const state of MEETING_STATES) {
      fixture.componentInstance.meeting.set(state);
      await fixture.whenStable();
      expect(textOf(find(fixture, 'sam-state'))).toBe(MEETING_STATE_LABELS[state].sv);
      if (find(fixture, 'sam-state .sam-chip').classList.contains('sam-chip--settled')) settled.push(state);
    }
    expect(settled).toEqual(['adjusted', 'cancelled']);
  });

  it('says minutes, decisions and action points in their own words', async () => {
    const fixture = await show(MeetingHost);
    expect(findAll(fixture, 'sam-state').map(textOf).slice(1)).toEqual([
      'Skickat för justering',
      'Gäller',
      'Görs inte',
    ]);
  });
});

describe('FilterChip', () => {
  it('tells its hits in words and asks for the other state when pressed', async () => {
    const fixture = await show(Host);
    expect(textOf(find(fixture, '.main'))).toContain('7 träffar');
    expect(find(fixture, '.main').getAttribute('aria-pressed')).toBe('false');
    find(fixture, '.main').click();
    await fixture.whenStable();
    expect(fixture.componentInstance.on()).toBe(true);
    expect(find(fixture, '.main').getAttribute('aria-pressed')).toBe('true');
    fixture.componentInstance.count.set(1);
    await fixture.whenStable();
    expect(textOf(find(fixture, '.main'))).toContain('1 träff');
    expect(textOf(find(fixture, '.main'))).not.toContain('träffar');
  });

  it('is taken away by a button that names the filter', async () => {
    const fixture = await show(Host);
    expect(find(fixture, '.remove').getAttribute('aria-label')).toBe('Ta bort filtret Behöver stöd');
    find(fixture, '.remove').click();
    expect(fixture.componentInstance.removed()).toBe(true);
  });
});

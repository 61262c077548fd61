import { Component, Injector, computed, inject, input, output, signal } from '@angular/core';
import type { Group, GroupChoices, GroupMember } from '@samhandling/contracts';
import { dayOf } from '@samhandling/domain';
import { Button, Disclosure, Icon, Skeleton, injectLocale } from '@samhandling/ui';
import { Confirm } from '../../core/confirm.ts';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { focusWithin } from '../../session/focus-within.ts';
import { GroupsApi } from '../data/groups-api.ts';
import { turnoverWords } from '../data/group-words.ts';
import { MemberForm } from './member-form.ts';
import { MemberTable } from './member-table.ts';

/** Who is in the group, who has been, and how fast it changes. */
@Component({
  selector: 'sam-members-section',
  imports: [Button, Disclosure, Icon, MemberForm, MemberTable, Skeleton],
  template: `
    <section class="sam-section" aria-labelledby="medlemmar">
      <h2 id="medlemmar" i18n="@@groups.members">Medlemmar</h2>
      <div class="sam-stack">
        <div class="sam-row sam-row--apart">
          <p>{{ turnover() }}</p>
          @if (group().mayManage && !group().closedOn && editing() === undefined) {
            <button samButton type="button" class="add sam-no-print" (click)="edit(null)">
              <sam-icon name="add" /><ng-container i18n="@@groups.members.add">Lägg till medlem</ng-container>
            </button>
          }
        </div>
        @if (editing(); as open) {
          @if (choices(); as choices) {
            <sam-member-form
              [groupId]="group().id"
              [choices]="choices"
              [member]="open.member"
              [others]="current()"
              (saved)="saved($event)"
              (cancelled)="close()"
            />
          } @else {
            <sam-skeleton shape="text" [lines]="5" />
          }
        }
        @if (current().length > 0) {
          <sam-member-table
            [caption]="labels.current"
            [members]="current()"
            [mayManage]="group().mayManage"
            (edited)="edit($event)"
            (left)="leave($event)"
            (removed)="remove($event)"
          />
        } @else if (editing() === undefined) {
          <p class="sam-quiet" i18n="@@groups.members.none">
            Ingen är med i gruppen än. Den som är med kallas till mötena.
          </p>
        }
        @if (earlier().length > 0) {
          <sam-disclosure [summary]="labels.earlier" [note]="'' + earlier().length">
            <sam-member-table
              [caption]="labels.earlier"
              [members]="earlier()"
              [mayManage]="group().mayManage"
              (edited)="edit($event)"
              (left)="leave($event)"
              (removed)="remove($event)"
            />
          </sam-disclosure>
        }
      </div>
    </section>
  `,
})
export class MembersSection {
  readonly group = input.required<Group>();
  readonly choices = input.required<GroupChoices | undefined>();
  readonly changed = output<void>();

  private readonly api = inject(GroupsApi);
  private readonly confirm = inject(Confirm);
  private readonly messages = inject(Messages);
  private readonly injector = inject(Injector);
  private readonly locale = injectLocale();
  private readonly focus = focusWithin();
  /** Undefined while no form is open; `member` is null for a new one. */
  protected readonly editing = signal<{ readonly member: GroupMember | null } | undefined>(undefined);
  protected readonly current = computed(() => this.group().members.filter((member) => belongs(member)));
  protected readonly earlier = computed(() => this.group().members.filter((member) => !belongs(member)));
  protected readonly turnover = computed(() => turnoverWords(this.group().turnover, this.locale));
  protected readonly labels = {
    current: $localize`:@@groups.members.current:Nuvarande medlemmar`,
    earlier: $localize`:@@groups.members.earlier:Tidigare medlemmar`,
  };

  protected edit(member: GroupMember | null): void {
    this.editing.set(undefined);
    // Anew also when another member's form is open: the form belongs to one.
    queueMicrotask(() => this.editing.set({ member }));
  }

  protected close(): void {
    this.editing.set(undefined);
    this.focus('.add');
  }

  protected saved(name: string): void {
    this.messages.say($localize`:@@groups.member.saved:${name}:name: är sparad.`);
    this.close();
    this.changed.emit();
  }

  protected async leave(member: GroupMember): Promise<void> {
    const { askLastDay } = await import('./leave-dialog.ts');
    const toDay = await askLastDay(this.injector, member);
    if (toDay === null) return;
    await this.run(async () => {
      const left = await this.api.updateMember(member, { toDay });
      this.messages.say($localize`:@@groups.leave.done:${member.name}:name: slutar i gruppen.`, {
        label: $localize`:@@core.undo:Ångra`,
        run: () => void this.run(() => this.stay(left)),
      });
    });
  }

  protected async remove(member: GroupMember): Promise<void> {
    const sure = await this.confirm.ask({
      heading: $localize`:@@groups.remove.heading:Ta bort ${member.name}:name: ur gruppen?`,
      text: $localize`:@@groups.remove.text:Gör det bara om personen lades till av misstag. Den som slutar får en sista dag i stället, så att det syns vem som var med.`,
      yes: $localize`:@@groups.remove.yes:Ta bort`,
      danger: true,
    });
    if (!sure) return;
    await this.run(async () => {
      await this.api.removeMember(member);
      this.messages.say($localize`:@@groups.remove.done:${member.name}:name: är borttagen ur gruppen.`);
    });
  }

  private async stay(member: GroupMember): Promise<void> {
    await this.api.updateMember(member, { toDay: null });
    this.messages.say($localize`:@@groups.leave.undone:${member.name}:name: är kvar i gruppen.`);
  }

  /** What is refused is said in the server's words, and the list is shown as it is. */
  private async run(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      const { title, detail } = problemOf(error);
      this.messages.fail(detail || title);
    }
    this.changed.emit();
  }
}

/** Those who begin later are among the current: they are to be seen before their first day. */
function belongs({ toDay }: GroupMember): boolean {
  return toDay === null || toDay >= dayOf(new Date());
}

import { Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type GroupMember, pages } from '@samhandling/contracts';
import { MEMBER_ROLE_LABELS, dayOf } from '@samhandling/domain';
import { Button, Icon, injectLocale, injectSay } from '@samhandling/ui';
import { Table } from '@samhandling/ui/work';
import { attendedWords, periodWords } from '../data/group-words.ts';

/** Members with their organisation, role, time in the group and attendance. */
@Component({
  selector: 'sam-member-table',
  imports: [Button, Icon, RouterLink, Table],
  template: `
    <table samTable stacked>
      <caption class="sam-visually-hidden">
        {{
          caption()
        }}
      </caption>
      <thead>
        <tr>
          <th scope="col">{{ labels.name }}</th>
          <th scope="col">{{ labels.organisation }}</th>
          <th scope="col">{{ labels.role }}</th>
          <th scope="col">{{ labels.period }}</th>
          <th scope="col" class="sam-num">{{ labels.attended }}</th>
          @if (mayManage()) {
            <th scope="col"><span class="sam-visually-hidden" i18n="@@groups.member.tools">Ändra</span></th>
          }
        </tr>
      </thead>
      <tbody>
        @for (member of members(); track member.id) {
          <tr>
            <th scope="row">
              {{ member.name }}
              @if (member.email) {
                <span class="more">{{ member.email }}</span>
              } @else if (mayManage()) {
                <span class="more" i18n="@@groups.member.noEmail">Ingen e-postadress, får ingen kallelse</span>
              }
            </th>
            <td [attr.data-label]="labels.organisation">
              <a class="sam-link--quiet" lang="sv" [routerLink]="pages.organisation(member.organisation.id)">{{
                member.organisation.name
              }}</a>
            </td>
            <td [attr.data-label]="labels.role">
              {{ say(roles[member.role]) }}
              @if (member.substituteFor; as other) {
                <span class="more" i18n="@@groups.member.substituteFor">för {{ other.name }}</span>
              }
            </td>
            <td [attr.data-label]="labels.period">{{ period(member) }}</td>
            <td class="sam-num" [attr.data-label]="labels.attended">{{ attended(member) }}</td>
            @if (mayManage()) {
              <td class="tools">
                <button samButton="quiet" small iconOnly type="button" (click)="edited.emit(member)">
                  <sam-icon name="edit" [label]="editLabel(member)" />
                </button>
                @if (!member.toDay) {
                  <button
                    samButton="quiet"
                    small
                    type="button"
                    [attr.aria-label]="leaveLabel(member)"
                    (click)="left.emit(member)"
                    i18n="@@groups.member.leavesShort"
                  >
                    Slutar
                  </button>
                }
                @if (member.attendedOf === 0) {
                  <button samButton="quiet" small iconOnly type="button" (click)="removed.emit(member)">
                    <sam-icon name="delete" [label]="removeLabel(member)" />
                  </button>
                }
              </td>
            }
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    :host {
      display: block;
    }
    .more {
      display: block;
      color: var(--sam-ink-quiet);
      font-size: var(--sam-text-small);
      font-weight: 400;
      overflow-wrap: anywhere;
    }
    .tools {
      white-space: nowrap;
      text-align: right;
    }
    .tools button {
      vertical-align: middle;
    }
  `,
})
export class MemberTable {
  readonly members = input.required<readonly GroupMember[]>();
  readonly caption = input.required<string>();
  readonly mayManage = input.required<boolean>();
  readonly edited = output<GroupMember>();
  readonly left = output<GroupMember>();
  readonly removed = output<GroupMember>();

  protected readonly pages = pages;
  protected readonly say = injectSay();
  protected readonly roles = MEMBER_ROLE_LABELS;
  private readonly locale = injectLocale();
  protected readonly attended = attendedWords;
  protected readonly labels = {
    name: $localize`:@@groups.member.name:Namn`,
    organisation: $localize`:@@groups.member.organisation:Organisation`,
    role: $localize`:@@groups.member.roleShort:Roll`,
    period: $localize`:@@groups.member.period:Med i gruppen`,
    attended: $localize`:@@groups.member.attended:Möten`,
  };

  protected period({ fromDay, toDay }: GroupMember): string {
    return periodWords(fromDay, toDay, dayOf(new Date()), this.locale);
  }

  protected editLabel({ name }: GroupMember): string {
    return $localize`:@@groups.member.editLabel:Ändra ${name}:name:`;
  }

  protected leaveLabel({ name }: GroupMember): string {
    return $localize`:@@groups.member.leaves:Slutar: ${name}:name:`;
  }

  protected removeLabel({ name }: GroupMember): string {
    return $localize`:@@groups.member.remove:Ta bort ${name}:name:`;
  }
}

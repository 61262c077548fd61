import { Component, ElementRef, Injector, afterNextRender, inject, input, model } from '@angular/core';
import type { MunicipalityRef, OrganisationRef, Problem } from '@samhandling/contracts';
import { COUNTY_ROLES, type HeldRole, ROLE_LABELS } from '@samhandling/domain';
import { Button, Field, Icon, Input, injectSay } from '@samhandling/ui';

/** Nothing chosen yet: what the server is told about in words of its own. */
export const NO_ROLE: HeldRole = { role: 'reporter', organisationId: null, municipalityCode: null };

/** The roles of a person, one a line: which, and for which organisation or municipality. */
@Component({
  selector: 'sam-role-fields',
  imports: [Button, Field, Icon, Input],
  template: `
    <fieldset>
      <legend i18n="@@people.roles.legend">Roller i länet</legend>
      @for (held of roles(); track $index) {
        <div class="line">
          <sam-field [label]="labels.role" [error]="reasons($index, 'role')">
            <select samInput [id]="'roll-' + $index" (change)="setRole($index, $event)">
              @for (option of options; track option.role) {
                <option [value]="option.role" [selected]="option.role === held.role">{{ option.label }}</option>
              }
            </select>
          </sam-field>
          @if (held.role === 'reporter') {
            <sam-field [label]="labels.organisation" [error]="reasons($index, 'organisationId')">
              <select samInput (change)="setOrganisation($index, $event)">
                <option value="" [selected]="held.organisationId === null">{{ labels.choose }}</option>
                @for (organisation of organisations(); track organisation.id) {
                  <option [value]="organisation.id" [selected]="organisation.id === held.organisationId">
                    {{ organisation.name }}
                  </option>
                }
              </select>
            </sam-field>
          } @else if (held.role === 'municipal_coordinator') {
            <sam-field [label]="labels.municipality" [error]="reasons($index, 'municipalityCode')">
              <select samInput (change)="setMunicipality($index, $event)">
                <option value="" [selected]="held.municipalityCode === null">{{ labels.choose }}</option>
                @for (municipality of municipalities(); track municipality.code) {
                  <option [value]="municipality.code" [selected]="municipality.code === held.municipalityCode">
                    {{ municipality.name }}
                  </option>
                }
              </select>
            </sam-field>
          } @else {
            <span class="gap"></span>
          }
          @if (roles().length > 1 || mayBeEmpty()) {
            <button samButton="quiet" iconOnly type="button" (click)="remove($index)">
              <sam-icon name="close" [label]="removeLabel($index)" />
            </button>
          }
        </div>
      }
      @if (wholeError(); as reason) {
        <p class="error" role="alert">{{ reason }}</p>
      }
      <button samButton small type="button" class="add" (click)="add()">
        <sam-icon name="add" /><ng-container i18n="@@people.roles.add">Lägg till en roll</ng-container>
      </button>
    </fieldset>
  `,
  styles: `
    :host {
      display: block;
    }
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      margin-bottom: var(--sam-space-2);
      padding: 0;
      font-weight: 620;
    }
    .line {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) 2.75rem;
      gap: var(--sam-space-2) var(--sam-space-4);
      align-items: start;
      padding: var(--sam-space-3) 0;
      border-bottom: var(--sam-hairline);
    }
    /* Beside the field, whether or not the field has something to say under it. */
    .line > button {
      margin-top: 1.9rem;
    }
    .add {
      margin-top: var(--sam-space-4);
    }
    .error {
      margin-top: var(--sam-space-3);
      color: var(--sam-error);
    }
    @media (max-width: 40rem) {
      .line {
        grid-template-columns: minmax(0, 1fr) 2.75rem;
      }
      .line > sam-field {
        grid-column: 1;
      }
      .line > button {
        grid-column: 2;
        grid-row: 1;
      }
      .gap {
        display: none;
      }
    }
  `,
})
export class RoleFields {
  readonly roles = model.required<readonly HeldRole[]>();
  readonly organisations = input.required<readonly OrganisationRef[]>();
  readonly municipalities = input.required<readonly MunicipalityRef[]>();
  readonly problem = input<Problem | null>(null);
  /** When a provider gives roles beside these, none need be given here. */
  readonly mayBeEmpty = input(false);

  private readonly say = injectSay();
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly options = COUNTY_ROLES.map((role) => ({ role, label: this.say(ROLE_LABELS[role]) }));
  protected readonly labels = {
    role: $localize`:@@people.roles.role:Roll`,
    organisation: $localize`:@@people.roles.organisation:Organisation`,
    municipality: $localize`:@@people.roles.municipality:Kommun`,
    choose: $localize`:@@people.roles.choose:Välj …`,
  };

  protected removeLabel(index: number): string {
    const held = this.roles()[index];
    return $localize`:@@people.roles.remove:Ta bort rollen ${held ? this.say(ROLE_LABELS[held.role]) : ''}:role:`;
  }

  protected reasons(index: number, field: string): readonly string[] | null {
    const found = this.problem()?.errors?.filter(({ pointer }) => pointer === `/roles/${index}/${field}`) ?? [];
    return found.length > 0 ? found.map(({ reason }) => reason) : null;
  }

  protected wholeError(): string | undefined {
    return this.problem()?.errors?.find(({ pointer }) => pointer === '/roles')?.reason;
  }

  protected setRole(index: number, event: Event): void {
    const role = COUNTY_ROLES.find((known) => known === valueOf(event));
    if (role) this.put(index, { role, organisationId: null, municipalityCode: null });
  }

  protected setOrganisation(index: number, event: Event): void {
    this.put(index, { ...NO_ROLE, organisationId: valueOf(event) || null });
  }

  protected setMunicipality(index: number, event: Event): void {
    this.put(index, { ...NO_ROLE, role: 'municipal_coordinator', municipalityCode: valueOf(event) || null });
  }

  protected add(): void {
    this.roles.update((roles) => [...roles, NO_ROLE]);
    this.focus(`#roll-${this.roles().length - 1}`);
  }

  protected remove(index: number): void {
    this.roles.update((roles) => roles.filter((_, at) => at !== index));
    this.focus('.add');
  }

  private put(index: number, held: HeldRole): void {
    this.roles.update((roles) => roles.map((one, at) => (at === index ? held : one)));
  }

  private focus(selector: string): void {
    afterNextRender(
      { read: () => this.host.querySelector<HTMLElement>(selector)?.focus() },
      { injector: this.injector },
    );
  }
}

function valueOf({ target }: Event): string {
  return target instanceof HTMLSelectElement ? target.value : '';
}

import { Component, signal } from '@angular/core';
import { Choice, Choices, Field, Icon, Input } from '@samhandling/ui';
import { Autosize, SaveState } from '@samhandling/ui/work';

@Component({
  selector: 'sam-field-section',
  imports: [Autosize, Choice, Choices, Field, Icon, Input, SaveState],
  template: `
    <div class="sam-columns sam-columns--even">
      <div class="sam-stack">
        <sam-field label="Rubrik" hint="Så som den står i den beslutade planen.">
          <input samInput value="Föräldrar möter samma budskap" />
        </sam-field>
        <sam-field label="E-postadress" required error="Skriv en e-postadress med snabel-a.">
          <input samInput type="email" value="anna.exempel" />
        </sam-field>
        <sam-field label="Ansvarig">
          <select samInput>
            <option>Länsstyrelsen</option>
            <option>Regionen</option>
          </select>
        </sam-field>
        <sam-field label="Låst fält" hint="Omgången är fastställd."><input samInput readonly value="12,5" /></sam-field>
        <sam-field label="Avstängt fält"><input samInput disabled value="–" /></sam-field>
        <div class="sam-row">
          @for (status of statuses; track status) {
            <sam-save-state
              [status]="status"
              savedAt="2026-03-12T13:05:00Z"
              [reason]="status === 'failed' ? 'ingen kontakt' : ''"
            />
          }
        </div>
      </div>
      <div class="sam-stack">
        <sam-field
          label="Vad har gjorts?"
          hint="Skriv så att den som inte var med förstår."
          [length]="text().length"
          [max]="200"
        >
          <textarea samInput samAutosize #area (input)="text.set(area.value)">{{ start }}</textarea>
        </sam-field>
        <sam-choices label="Lägesbedömning" hint="Din bedömning i dag." required>
          <label samChoice
            ><input type="radio" name="galleri" /><sam-icon name="not_started" /><span>Ej påbörjad</span></label
          >
          <label samChoice
            ><input type="radio" name="galleri" checked /><sam-icon name="on_track" /><span
              >Pågår enligt plan</span
            ></label
          >
          <label samChoice
            ><input type="radio" name="galleri" /><sam-icon name="needs_support" /><span>Behöver stöd</span></label
          >
          <label samChoice
            ><input type="radio" name="galleri" disabled /><sam-icon name="cancelled" /><span>Utgår</span></label
          >
        </sam-choices>
        <sam-choices label="Målgrupp" error="Välj minst en målgrupp." beside>
          <label samChoice><input type="checkbox" /><span>Barn</span></label>
          <label samChoice><input type="checkbox" /><span>Unga vuxna</span></label>
          <label samChoice><input type="checkbox" /><span>Föräldrar</span></label>
        </sam-choices>
      </div>
    </div>
  `,
})
export class FieldSection {
  protected readonly start =
    'Två träffar har hållits med skolorna. Den tredje flyttades till hösten, eftersom lokalen byggs om.';
  protected readonly text = signal(this.start);
  protected readonly statuses = ['changed', 'saving', 'saved', 'failed', 'locked'] as const;
}

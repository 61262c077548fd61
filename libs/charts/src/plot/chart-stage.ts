import {
  Component,
  DestroyRef,
  EnvironmentInjector,
  type OnInit,
  type Signal,
  type Type,
  ViewContainerRef,
  createEnvironmentInjector,
  inject,
  input,
  inputBinding,
  viewChild,
} from '@angular/core';
import { provideAnimationsAsync } from '@angular/platform-browser/animations/async';

/**
 * Where a drawing stands. ngx-charts has animation triggers on its parts and demands an animation renderer; giving it to
 * the whole application would cost every page the weight. Here it is given to the drawing alone, and it does nothing.
 */
@Component({
  selector: 'sam-chart-stage',
  template: '<ng-container #place />',
  styles: ':host { display: block; }',
})
export class ChartStage implements OnInit {
  /** The component that draws. Its inputs are bound to these signals. */
  readonly drawing = input.required<Type<unknown>>();
  readonly bindings = input.required<Readonly<Record<string, Signal<unknown>>>>();

  private readonly place = viewChild.required('place', { read: ViewContainerRef });
  private readonly parent = inject(EnvironmentInjector);
  private readonly destroyRef = inject(DestroyRef);

  ngOnInit(): void {
    const environmentInjector = createEnvironmentInjector([provideAnimationsAsync('noop')], this.parent);
    this.destroyRef.onDestroy(() => environmentInjector.destroy());
    const bindings = Object.entries(this.bindings()).map(([name, value]) => inputBinding(name, value));
    this.place().createComponent(this.drawing(), { environmentInjector, bindings });
  }
}
